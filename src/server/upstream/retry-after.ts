const capMs = 10 * 60_000

/**
 * Milliseconds that a `Retry-After` asks for, in seconds or as a date; at most ten minutes.
 * `undefined` for none or for nonsense.
 */
export function retryAfterMs(header: string | null, nowMs = Date.now()): number | undefined {
  if (header === null) return undefined
  const text = header.trim()
  const ms = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1000 : Date.parse(text) - nowMs
  if (Number.isNaN(ms)) return undefined
  return Math.min(Math.max(ms, 0), capMs)
}
