import type { Progress, World } from '#contract/generation.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'

const pastJobs = 15
const freshMs = 30_000
const highest = 0.95

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor((sorted.length - 1) / 2)]
  return middle === undefined ? null : middle
}

/** How far a job should be, by the median of this machine's own past jobs of its kind. */
export function createEstimate({ generations }: Pick<Store, 'generations'>, world: World) {
  const known = new Map<string, { at: number; seconds: number | null }>()

  async function expectedS(kind: string): Promise<number | null> {
    const held = known.get(kind)
    if (held && Date.now() - held.at < freshMs) return held.seconds
    const seconds = median(await generations.pastSeconds(kind, world, pastJobs))
    known.set(kind, { at: Date.now(), seconds })
    return seconds
  }

  /** `null` before the first job of a kind has ended here. */
  return async ({ kind, submitted_at }: GenerationRow): Promise<Progress | null> => {
    const seconds = await expectedS(kind)
    if (!seconds || !submitted_at) return null
    const elapsed = (Date.now() - Date.parse(submitted_at)) / 1000
    const fraction = Math.min(highest, Math.max(0, elapsed / seconds))
    return { fraction, measured: false, expected_s: seconds }
  }
}
