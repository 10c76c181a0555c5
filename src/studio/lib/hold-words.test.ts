import { expect, it } from 'vitest'
import { holdWords } from './hold-words.ts'

const now = Date.parse('2026-11-22T12:00:00.000Z')
const soon = '2026-11-22T12:00:42.000Z'
const byBudget = { reason: 'over_budget', until: null }
const over = 'Over today’s budget of $5.00. It would cost $0.30.'

it.each([
  [
    { world: 'luma', held: byBudget, failure_reason: over },
    'Held: over today’s budget of $5.00. It would cost $0.30.',
    'It is not sent until you send it.',
  ],
  [
    { world: 'luma', held: { reason: 'rate_limited', until: soon }, failure_reason: 'Rate limit' },
    'Held: Luma takes no more for the moment.',
    'It is sent again by itself in 0:42.',
  ],
  [
    { world: 'local', held: { reason: 'unreachable', until: soon }, failure_reason: null },
    'Held: the local engine cannot be reached.',
    'It is sent again by itself in 0:42.',
  ],
])('what is held says why and what happens next: %#', (hold, why, next) => {
  expect(holdWords(hold, now)).toEqual({ why, next })
})
