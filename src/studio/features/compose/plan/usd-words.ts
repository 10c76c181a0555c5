import { formatUsd } from '../../../lib/format-usd.ts'
import type { Price } from '#contract/price.ts'
import type { TotalPrice } from './total-price.ts'

/** What one costs: `$0.0404`, `~$0.18` for a guess. */
export const priceOfOne = (price: Price | null) =>
  price ? `${price.estimate ? '~' : ''}${formatUsd(price.usd)}` : 'not known'

/** A sum to the cent, unless it is so small that the cent hides it. */
export const sumOf = (usd: number) =>
  usd < 0.1 ? formatUsd(usd) : `$${(Math.round(usd * 100) / 100).toFixed(2)}`

/** What all cost: `$0.48`, `~$0.48 and 2 not known`. */
export function sumWords({ usd, estimate, known, unknown }: TotalPrice): string {
  if (!known) return 'not known'
  const sum = `${estimate ? '~' : ''}${sumOf(usd)}`
  return unknown ? `${sum} and ${unknown} not known` : sum
}
