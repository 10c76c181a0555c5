import { beforeEach, describe, expect, it } from 'vitest'
import { createLimits, type Limits } from './limits.ts'

const tooMany = 'Too many concurrent jobs'
let now: number
let limits: Limits

beforeEach(() => {
  now = 1_000_000
  limits = createLimits(() => now)
})

const rate = (remaining: number, resetsAt: number) => ({ limit: 30, remaining, resetsAt })
const mayGo = (active: number) => limits.gate(active) === null
const refusedFor = (active: number) =>
  limits.refused({ detail: tooMany, waitMs: 60_000, active }) - now

describe('the limit of the minute', () => {
  it('lets everything through before anything is known', () => {
    expect(mayGo(1000)).toBe(true)
    expect(limits.seen()).toEqual({ minute: null, places: null })
  })

  it('waits for the reset when the last place is taken', () => {
    limits.accepted(1, rate(1, now + 9000))
    expect(mayGo(1)).toBe(true)
    limits.accepted(2, rate(0, now + 9000))
    expect(limits.gate(2)).toEqual({ at: now + 9000, why: expect.stringMatching(/30 submissions/) })
    now += 9000
    expect(mayGo(2)).toBe(true)
  })

  it('counts answers that do not tell it', () => {
    limits.accepted(1, rate(2, now + 9000))
    limits.told()
    expect(mayGo(1)).toBe(true)
    limits.told()
    expect(mayGo(1)).toBe(false)
  })

  it('waits as long as a refusal asks, and no longer', () => {
    limits.refused({ detail: 'Rate limit exceeded', waitMs: 7000, active: 3 })
    now += 6999
    expect(mayGo(0)).toBe(false)
    now += 1
    expect(mayGo(0)).toBe(true)
    expect(limits.seen().places).toBeNull()
  })

  it('is tried again at once when a person says so', () => {
    limits.accepted(1, rate(0, now + 9000))
    limits.wait(5000, 'unreachable')
    refusedFor(4)
    expect(mayGo(4)).toBe(false)
    limits.lift()
    expect(mayGo(4)).toBe(true)
  })
})

describe('the limit of jobs at once', () => {
  it('is the number that the upstream had when it refused, and the next waits for one to end', () => {
    expect(refusedFor(10)).toBe(60_000)
    expect(limits.seen().places?.limit).toBe(10)
    expect(limits.gate(10)?.why).toMatch(/10 jobs at once/)
    expect(mayGo(9)).toBe(true)
  })

  it('is learnt anew when it is smaller than thought, more carefully each time', () => {
    refusedFor(14)
    refusedFor(12)
    expect(limits.seen().places?.limit).toBe(11)
    refusedFor(10)
    expect(limits.seen().places?.limit).toBe(8)
    limits.accepted(8)
    refusedFor(7)
    expect(limits.seen().places?.limit).toBe(6)
  })

  it('is tried after a while, ever more rarely, when nothing ends', () => {
    const waits: number[] = []
    for (let turn = 0; turn < 6; turn += 1) {
      waits.push(refusedFor(10))
      now += waits.at(-1) ?? 0
      expect(mayGo(10)).toBe(true)
    }
    expect(waits).toEqual([60_000, 120_000, 240_000, 480_000, 600_000, 600_000])
    expect(limits.seen().places?.limit).toBe(10)
  })

  it('grows with each one more that is taken', () => {
    refusedFor(3)
    now += 60_000
    limits.accepted(4)
    expect(mayGo(4)).toBe(false)
    now += 15_000
    limits.accepted(5)
    expect(limits.seen().places?.limit).toBe(5)
    now += 15_000
    expect(mayGo(5)).toBe(true)
    expect(refusedFor(5)).toBe(60_000)
    expect(mayGo(5)).toBe(false)
  })

  it('is not tried while jobs end and others go, until it is long ago', () => {
    refusedFor(2)
    const start = now
    for (; now < start + 90_000; now += 30_000) limits.accepted(2)
    expect(mayGo(2)).toBe(false)
    now = start + 120_000
    limits.accepted(2)
    expect(mayGo(2)).toBe(true)
  })

  it('of a key that others use up is waited for as the refusal asks', () => {
    expect(refusedFor(0)).toBe(60_000)
    expect(limits.seen().places).toBeNull()
    expect(mayGo(0)).toBe(false)
    now += 60_000
    expect(mayGo(0)).toBe(true)
  })
})
