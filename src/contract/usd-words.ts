/** `$0.30`, `$0.0404`: at least cents, at most the four decimals of the price list. */
export const usdWords = (usd: number) => `$${usd.toFixed(4).replace(/0{1,2}$/, '')}`
