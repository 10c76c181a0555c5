import type { Budget } from './budget.ts'
import type { Price } from './price.ts'
import { usdWords as words } from './usd-words.ts'

type Terms = {
  budget: Budget
  /** Of every item that is submitted together. */
  prices: readonly (Price | null)[]
  /** What is spent today, or will be without asking. */
  committedUsd: number
}

/** So that cents do not depend on how sums of fractions are rounded. */
const round = (usd: number) => Math.round(usd * 10_000) / 10_000

/**
 * Why a submission must wait for a person, as a sentence; `null` when it may go. The form says it
 * before anybody presses, the server holds by it.
 */
export function overBudget({ budget, prices, committedUsd }: Terms): string | null {
  const { day_usd: day, submission_usd: once } = budget
  if (day === null && once === null) return null
  const what = prices.length > 1 ? `The set of ${prices.length}` : 'It'
  if (prices.includes(null)) {
    const limit = day === null ? 'the budget for one submission' : 'today’s budget'
    return `Its price is not known, so nobody can say whether it fits ${limit}.`
  }
  const usd = round(prices.reduce((sum, price) => sum + (price?.usd ?? 0), 0))
  const committed = round(committedUsd)
  if (once !== null && usd > once) {
    return `Over the budget of ${words(once)} for one submission. ${what} would cost ${words(usd)}.`
  }
  if (day !== null && round(committed + usd) > day) {
    const gone = committed > 0 ? `, and ${words(committed)} is spent or on its way` : ''
    return `Over today’s budget of ${words(day)}. ${what} would cost ${words(usd)}${gone}.`
  }
  return null
}
