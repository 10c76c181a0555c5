import { Refusal } from './refusal.ts'

const windowMs = 60_000

/** Counts the submissions of each key over the last 60 s. */
export function createRateWindow(perMinute: number, clock: () => number) {
  const times = new Map<string, number[]>()

  /** Takes one place. @throws Refusal 429 when there is none. */
  return function take(owner: string): Record<string, string> {
    const now = clock()
    const recent = (times.get(owner) ?? []).filter((at) => at > now - windowMs)
    times.set(owner, recent)
    const freeAt = (recent[0] ?? now) + windowMs
    const headers = (remaining: number) => ({
      'X-RateLimit-Limit': String(perMinute),
      'X-RateLimit-Remaining': String(remaining),
      'X-RateLimit-Reset': String(Math.ceil(freeAt / 1000)),
    })
    if (recent.length >= perMinute) {
      const waitS = Math.max(1, Math.ceil((freeAt - now) / 1000))
      throw new Refusal(429, 'Rate limit exceeded', {
        ...headers(0),
        'Retry-After': String(waitS),
      })
    }
    recent.push(now)
    return headers(perMinute - recent.length)
  }
}
