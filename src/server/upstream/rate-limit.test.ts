import { describe, expect, it } from 'vitest'
import { readRateLimit } from './rate-limit.ts'

const now = Date.parse('2026-11-22T12:00:00Z')
const seconds = now / 1000

const read = (said: Record<string, string>) => readRateLimit((name) => said[name] ?? null, now)
const said = (reset: string, more: Record<string, string> = {}) =>
  read({
    'x-ratelimit-limit': '30',
    'x-ratelimit-remaining': '7',
    'x-ratelimit-reset': reset,
    ...more,
  })

describe('the limit of the minute', () => {
  it('is read from three headers, and from no fewer', () => {
    expect(said(String(seconds + 12))).toEqual({
      limit: 30,
      remaining: 7,
      resetsAt: now + 12_000,
    })
    expect(read({ 'x-ratelimit-limit': '30', 'x-ratelimit-remaining': '7' })).toBeUndefined()
    expect(said('soon')).toBeUndefined()
  })

  it('opens by the clock of the upstream, not by ours', () => {
    const date = new Date(now - 3_600_000).toUTCString()
    expect(said(String(seconds - 3600 + 20), { date })?.resetsAt).toBe(now + 20_000)
  })

  it('opens within a minute, whatever is said', () => {
    expect(said(String(seconds + 86_400))?.resetsAt).toBe(now + 60_000)
    expect(said(String(seconds - 5))?.resetsAt).toBe(now)
    expect(said('15')?.resetsAt).toBe(now + 15_000)
  })
})
