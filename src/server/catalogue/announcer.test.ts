import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createAnnouncer } from './announcer.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

it('says the first change at once, and all that follow in one word', () => {
  const say = vi.fn()
  const announcer = createAnnouncer(say, 200)
  for (let change = 0; change < 50; change++) announcer.announce()
  expect(say).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(200)
  expect(say).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1000)
  expect(say).toHaveBeenCalledTimes(2)
  announcer.announce()
  expect(say).toHaveBeenCalledTimes(3)
  announcer.close()
})
