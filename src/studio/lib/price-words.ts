import { formatUsd } from './format-usd.ts'

type Price = { usd: number; estimate: boolean } | null

const amount = ({ usd, estimate }: NonNullable<Price>) => `${estimate ? '~' : ''}${formatUsd(usd)}`

/** What a submission costs where it is sent; `~` marks a price that Luma does not publish. */
export function priceWords(price: Price, world: string): string {
  if (world === 'local') {
    return price ? `Free here, ${amount(price)} on Luma` : 'Free here, price on Luma not known'
  }
  return price ? amount(price) : 'Price not known'
}
