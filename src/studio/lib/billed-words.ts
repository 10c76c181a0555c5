import { formatUsd } from './format-usd.ts'

type Priced = { price: { usd: number; estimate: boolean } | null }

/** `$0.30`, `about $0.18` for an estimate, `an amount that is not known`. */
export function amountWords({ price }: Priced): string {
  if (!price) return 'an amount that is not known'
  return `${price.estimate ? 'about ' : ''}${formatUsd(price.usd)}`
}

/** Why Luma's jobs cannot be stopped. */
export const noCancelWords = (record: Priced) =>
  `Cannot be cancelled: Luma has no cancel. It will be billed ${amountWords(record)}.`

/** What sending one again whose answer was lost may cost. */
export const twiceWords = (record: Priced, mayBillTwice: boolean) =>
  mayBillTwice
    ? `Sending it again may bill a second time: ${amountWords(record)} more.`
    : 'Sending it again is free here.'
