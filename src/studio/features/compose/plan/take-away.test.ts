import { describe, expect, it } from 'vitest'
import type { Factor } from './expand-plan.ts'
import { overWords, takeAways } from './take-away.ts'

const factor = (kind: Factor['kind'], name: string, count: number): Factor => ({
  kind,
  name,
  count,
})
const plan = (...factors: Factor[]) => ({
  factors,
  total: factors.reduce((product, { count }) => product * count, 1),
})

describe('what to take away', () => {
  it('is nothing while it fits', () => {
    expect(takeAways(plan(factor('times', 'times', 24)))).toEqual([])
  })

  it('names every single change that is enough', () => {
    const much = plan(
      factor('prompt', 'prompts', 3),
      factor('axis', 'models', 4),
      factor('times', 'times', 3),
    )
    expect(overWords(much)).toBe(
      '36 is more than the 24 of one submission: keep 2 of the 3 prompts (24), or keep 2 of the 4 models (18), or run 2 times (24).',
    )
  })

  it('says when one change is not enough, and when the number has no name', () => {
    const two = plan(factor('prompt', 'prompts', 30), factor('axis', 'models', 30))
    expect(overWords(two)).toBe(
      '900 is more than the 24 of one submission: take away from more than one of them.',
    )
    expect(overWords(plan(factor('prompt', 'prompts', Infinity)))).toBe(
      'Over a million are more than the 24 of one submission: keep 24 of the ∞ prompts (24).',
    )
  })
})
