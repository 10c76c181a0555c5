/**
 * Where somebody stands in the history of prompts. `at` −1: before its newest entry, at the words
 * not yet submitted. `kept`: words changed on the way, by the entry they were changed at (`null`:
 * the unsent ones), so that nothing written is lost by walking on.
 */
export type Walk = {
  at: number
  prompts: readonly string[]
  kept: ReadonlyMap<string | null, string>
}

export const atUnsent: Walk = { at: -1, prompts: [], kept: new Map() }

const entryAt = ({ prompts, at }: Walk) => (at < 0 ? null : (prompts[at] ?? null))

/** The walk as it goes on with the history as it is now: a new one, or one with a newer entry. */
function refreshed(walk: Walk, words: string, latest: readonly string[]): Walk {
  if (walk.at < 0) return { ...walk, prompts: latest }
  const wasSubmitted = latest[0] === words && walk.prompts[0] !== words
  return wasSubmitted ? { ...walk, prompts: latest, at: 0 } : walk
}

/** The words of now, put where they can be found again. */
function withKept(walk: Walk, words: string): Walk {
  const entry = entryAt(walk)
  const kept = new Map(walk.kept)
  if (words === entry) kept.delete(entry)
  else kept.set(entry, words)
  return { ...walk, kept }
}

/**
 * One step towards older (`1`) or newer (`-1`) words, past entries that say the same as now.
 * `null` at the end of the way.
 */
export function step(
  walk: Walk,
  direction: 1 | -1,
  words: string,
  latest: readonly string[],
): { walk: Walk; words: string } | null {
  const here = withKept(refreshed(walk, words, latest), words)
  for (let at = here.at + direction; at >= -1 && at < here.prompts.length; at += direction) {
    const entry = entryAt({ ...here, at })
    const said = here.kept.get(entry) ?? entry ?? ''
    if (at === -1 || said !== words) return { walk: { ...here, at }, words: said }
  }
  return null
}
