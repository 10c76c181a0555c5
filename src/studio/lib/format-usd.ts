/** At least cents, at most the four decimals that Luma's price list has: `$0.30`, `$0.0404`. */
export function formatUsd(usd: number): string {
  const [whole, decimals = ''] = usd
    .toFixed(4)
    .replace(/0{1,2}$/, '')
    .split('.')
  return `$${whole}.${decimals}`
}
