import type { World } from '#contract/generation.ts'
import { priceWords } from '../../../lib/price-words.ts'
import type { Expansion } from './expand-plan.ts'
import { setLimit } from './plan.ts'
import { priceOfOne, sumWords } from './usd-words.ts'

/** `12 × $0.0404 = $0.48` where all cost the same, `12 for $0.48` where they do not. */
function sumOfSet({ items, price }: Expansion): string {
  const going = items.filter(({ isRefused }) => !isRefused)
  const each = new Set(going.map((item) => priceOfOne(item.price)))
  const [one] = each
  if (!price.known || !one) return `${going.length}, price not known`
  return each.size === 1
    ? `${going.length} × ${one} = ${sumWords(price)}`
    : `${going.length} for ${sumWords(price)}`
}

/** What a submission costs, each and together, where it is sent. */
export function setPriceWords(expansion: Expansion, world: World): string {
  const { items, total, isOver } = expansion
  if (total === 1) return priceWords(items[0]?.price ?? null, world)
  if (isOver) return `Too many at once: up to ${setLimit}`
  const sum = sumOfSet(expansion)
  return world === 'local' ? `Free here, ${sum} on Luma` : sum
}
