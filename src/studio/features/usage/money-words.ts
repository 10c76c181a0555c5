type Money = { usd: number; estimate: boolean }

const cents = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
})
const fine = new Intl.NumberFormat('en-US', {
  style: 'currency',
  currency: 'USD',
  minimumFractionDigits: 2,
  maximumFractionDigits: 4,
})

/** A sum to the cent, finer where the cent would hide it; `~` where some of it is not published. */
export function moneyWords({ usd, estimate }: Money): string {
  const words = usd > 0 && usd < 0.1 ? fine.format(usd) : cents.format(usd)
  return `${estimate ? '~' : ''}${words}`
}
