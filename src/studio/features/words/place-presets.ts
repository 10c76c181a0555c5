import { type PresetInput, presetLimits } from '#contract/preset.ts'

/** What becomes of a preset whose name is taken. */
export type OnTaken = 'number' | 'replace'

type Known = { id: string; name: string }

/** The name itself, or with the first number that is free: `Fog`, `Fog 2`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  for (let n = 2; ; n++) {
    const suffix = ` ${n}`
    const numbered = name.slice(0, presetLimits.nameLength - suffix.length).trimEnd() + suffix
    if (!taken.has(numbered)) return numbered
  }
}

/**
 * Where imported presets go. With `replace` one of the same name here is overwritten; two of one
 * name in the file itself are never put on top of each other.
 */
export function placePresets(
  found: readonly PresetInput[],
  known: readonly Known[],
  onTaken: OnTaken,
  newId: () => string,
): (PresetInput & { id: string })[] {
  const ids = new Map(known.map(({ id, name }) => [name, id]))
  const taken = new Set(ids.keys())
  const placed = new Set<string>()
  return found.map((each) => {
    const old = onTaken === 'replace' && !placed.has(each.name) ? ids.get(each.name) : undefined
    const name = old ? each.name : freeName(each.name, taken)
    taken.add(name)
    placed.add(name)
    return { ...each, name, id: old ?? newId() }
  })
}

export const namesTaken = (found: readonly PresetInput[], known: readonly Known[]) =>
  found.filter(({ name }) => known.some((other) => other.name === name)).length
