/** What an answer says of the submissions that a key has in a minute. */
export type RateLimit = {
  limit: number
  remaining: number
  /** When the next place is free, milliseconds since 1970 by the clock of this machine. */
  resetsAt: number
}

const windowMs = 60_000
/** A smaller one does not mean seconds since 1970, but from now. */
const smallestInstantS = 1e9

function readCount(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text.trim()) ? Number(text) : null
}

/**
 * The `X-RateLimit-…` of an answer, `undefined` when one is missing or nonsense. The reset is
 * counted from the `Date` of the same answer where it has one, so that a clock that is wrong here
 * or there does no harm, and is never further away than the window is long.
 */
export function readRateLimit(
  header: (name: string) => string | null,
  nowMs: number,
): RateLimit | undefined {
  const limit = readCount(header('x-ratelimit-limit'))
  const remaining = readCount(header('x-ratelimit-remaining'))
  const reset = readCount(header('x-ratelimit-reset'))
  if (limit === null || remaining === null || reset === null) return undefined
  const saidAt = Date.parse(header('date') ?? '')
  const from = Number.isNaN(saidAt) ? nowMs : saidAt
  const waitMs = reset < smallestInstantS ? reset * 1000 : reset * 1000 - from
  return { limit, remaining, resetsAt: nowMs + Math.min(Math.max(waitMs, 0), windowMs) }
}
