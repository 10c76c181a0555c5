import type { Draft } from '#contract/draft.ts'
import type { FactsOf } from '#contract/media-ref.ts'
import type { Violation } from '#contract/rule.ts'
import { check, refuses } from '#contract/rules.ts'
import { type Mend, mendsOf } from './mends.ts'
import { valueAt, withValue } from './setting.ts'

/** Why a choice cannot be made with the rest as it is, and the ways to make it all the same. */
export type Obstacle = { text: string; mends: readonly Mend[] }

type Trial = { value: unknown; draft: Draft; refusals: Violation[] }

/** What each value of a field would break, by trying each of them; only what the value decides. */
export function obstaclesTo(
  draft: Draft,
  path: string,
  values: readonly unknown[],
  factsOf: FactsOf,
): ReadonlyMap<unknown, Obstacle> {
  const trials: Trial[] = values.map((value) => {
    const tried = withValue(draft, path, value === '' ? undefined : value)
    return { value, draft: tried, refusals: check(tried, factsOf).filter(refuses) }
  })
  const isDecidedHere = ({ code }: Violation) =>
    trials.some(({ refusals }) => refusals.every((refusal) => refusal.code !== code))

  const obstacles = new Map<unknown, Obstacle>()
  for (const { value, draft: tried, refusals } of trials) {
    const refusal = refusals.find(isDecidedHere)
    if (!refusal) continue
    const keepsValue = ({ draft: after }: Mend) => (valueAt(after, path) ?? '') === (value ?? '')
    const mends = mendsOf(refusal, tried, factsOf).filter(keepsValue)
    obstacles.set(value, { text: refusal.reason, mends })
  }
  return obstacles
}
