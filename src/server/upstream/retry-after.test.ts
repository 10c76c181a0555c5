import { describe, expect, it } from 'vitest'
import { retryAfterMs } from './retry-after.ts'

const now = Date.parse('2026-11-22T12:00:00Z')

describe('Retry-After', () => {
  it.each<[string | null, number | undefined]>([
    [null, undefined],
    ['7', 7000],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 12:01:00 GMT', 60_000],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['999999999', 600_000],
    ['-5', 0],
    ['soon', undefined],
  ])('%s waits %s ms', (header, expected) => {
    expect(retryAfterMs(header, now)).toBe(expected)
  })
})
