import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  endOf,
  firstSpan,
  spanLimits,
  trimmedWords,
  withEnd,
  withPlace,
  withStart,
} from './trim-span.ts'

const moves = { withStart, withEnd, withPlace }
const move = fc.tuple(
  fc.constantFrom(...(Object.keys(moves) as (keyof typeof moves)[])),
  fc.double({ min: -500, max: 2500, noNaN: true }),
)

describe('the kept part of a clip', () => {
  it('stays whole frames within the clip and the limit, however it is pulled', () => {
    const clip = fc.record({
      frames: fc.integer({ min: 1, max: 2000 }),
      limitS: fc.integer({ min: 1, max: 60 }),
    })
    fc.assert(
      fc.property(clip, fc.array(move, { maxLength: 12 }), ({ frames, limitS }, pulls) => {
        const limits = spanLimits(frames, 24, limitS)
        let span = firstSpan(limits)
        for (const [way, to] of pulls) span = moves[way](span, to, limits)
        expect(Number.isInteger(span.from) && Number.isInteger(span.frames)).toBe(true)
        expect(span.from).toBeGreaterThanOrEqual(0)
        expect(endOf(span)).toBeLessThanOrEqual(frames)
        expect(span.frames).toBeGreaterThanOrEqual(1)
        expect(span.frames / 24).toBeLessThanOrEqual(limitS)
      }),
    )
  })

  it('keeps its end when its beginning is moved, unless it would be too long', () => {
    const limits = spanLimits(754, 24, 18)
    const span = { from: 200, frames: 300 }
    expect(withStart(span, 250, limits)).toEqual({ from: 250, frames: 250 })
    expect(withStart(span, 10, limits)).toEqual({ from: 10, frames: 432 })
    expect(withEnd(span, 600, limits)).toEqual({ from: 200, frames: 400 })
    expect(withEnd(span, 754, limits)).toEqual({ from: 322, frames: 432 })
  })

  it('fits 18 s at every rate', () => {
    expect(spanLimits(2000, 24, 18).most).toBe(432)
    expect(spanLimits(2000, 24_000 / 1001, 18).most).toBe(431)
    expect(spanLimits(2000, 60, 18).most).toBe(1080)
    expect(spanLimits(100, 24, undefined).most).toBe(100)
  })

  it('is told in seconds', () => {
    expect(trimmedWords({ from: 101, frames: 432 }, 754, 24)).toBe(
      'Trimmed to 18.0 s of 31.4 s, from 4.2 s',
    )
  })
})
