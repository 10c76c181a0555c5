import { budget } from '#contract/budget.ts'

/** `null`: nothing is written, so there is no limit. */
export type ReadAmount = { usd: number | null } | { fault: string }

const amount = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d+)?(\.\d+)?$/

/** Reads what somebody typed for dollars: `5`, `$5.50`, `1,000`. */
export function readAmount(text: string): ReadAmount {
  const written = text.trim()
  if (!written) return { usd: null }
  const digits = written.replace(/[$,\s]/g, '')
  if (!amount.test(written) || !/\d/.test(digits))
    return { fault: 'Write dollars, like 5 or 5.50.' }
  const usd = Math.round(Number(digits) * 100) / 100
  const { error } = budget.shape.day_usd.safeParse(usd)
  return error ? { fault: error.issues[0]?.message ?? 'This is no budget.' } : { usd }
}

export const amountText = (usd: number | null) =>
  usd === null ? '' : Number.isInteger(usd) ? String(usd) : usd.toFixed(2)
