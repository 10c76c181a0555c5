import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noBudget } from './budget.ts'
import { overBudget } from './over-budget.ts'

const price = (usd: number) => ({ usd, estimate: false })
const cents = fc.integer({ min: 0, max: 100_000 }).map((count) => count / 100)

describe('the budget', () => {
  it('lets go what fits to the cent, whatever the sums of fractions say', () => {
    const three = [price(0.1), price(0.1), price(0.1)]
    const budget = { day_usd: 0.5, submission_usd: 0.3 }
    expect(overBudget({ budget, prices: three, committedUsd: 0.1 + 0.1 })).toBeNull()
    expect(overBudget({ budget, prices: three, committedUsd: 0.2001 })).toMatch(/today’s/)
  })

  it('that is none lets everything go', () => {
    expect(overBudget({ budget: noBudget, prices: [null], committedUsd: 1e6 })).toBeNull()
  })

  it('of the day never lets more go than it has', () => {
    fc.assert(
      fc.property(cents, fc.array(cents, { minLength: 1, maxLength: 40 }), (day, prices) => {
        let spent = 0
        for (const usd of prices) {
          const budget = { day_usd: day, submission_usd: null }
          const why = overBudget({ budget, prices: [price(usd)], committedUsd: spent })
          if (why === null) spent += usd
        }
        expect(spent).toBeLessThanOrEqual(day + 1e-4)
      }),
    )
  })

  it('says what is over, what it would cost, and what is gone', () => {
    const budget = { day_usd: 5, submission_usd: null }
    expect(overBudget({ budget, prices: [price(6)], committedUsd: 0 })).toBe(
      'Over today’s budget of $5.00. It would cost $6.00.',
    )
    expect(overBudget({ budget, prices: [price(0.3), price(0.3)], committedUsd: 4.8 })).toBe(
      'Over today’s budget of $5.00. The set of 2 would cost $0.60, and $4.80 is spent or on its way.',
    )
  })
})
