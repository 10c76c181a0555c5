import type { Price } from '#contract/price.ts'

/** What several ask for together: of those whose price is known, and how many are not. */
export type TotalPrice = { usd: number; estimate: boolean; known: number; unknown: number }

export function totalPrice(prices: readonly (Price | null)[]): TotalPrice {
  const known = prices.filter((price) => price !== null)
  const usd = known.reduce((sum, price) => sum + price.usd, 0)
  return {
    usd: Math.round(usd * 10_000) / 10_000,
    estimate: known.some(({ estimate }) => estimate),
    known: known.length,
    unknown: prices.length - known.length,
  }
}
