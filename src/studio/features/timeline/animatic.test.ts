import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverRect, mixAt } from './animatic.ts'

describe('the animatic', () => {
  it.each([
    ['the first before it begins', 0, { from: 1, to: 1, mix: 0 }],
    ['an anchor alone on its frame', 24, { from: 1, to: 1, mix: 0 }],
    ['a dissolve between two', 36, { from: 1, to: 0, mix: 0.5 }],
    ['the last after it', 110, { from: 2, to: 2, mix: 0 }],
  ])('shows %s', (_, frame, mix) => {
    expect(mixAt([48, 24, 100], frame)).toEqual(mix)
  })

  it('shows nothing of nothing, and the later of two on one frame', () => {
    expect(mixAt([], 5)).toBeNull()
    expect(mixAt([119, 119], 119)).toEqual({ from: 1, to: 1, mix: 0 })
  })

  it('mixes only neighbours', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(120), { minLength: 1, maxLength: 64 }),
        fc.nat(120),
        (frames, frame) => {
          const { from, to, mix } = mixAt(frames, frame) ?? { from: 0, to: 0, mix: -1 }
          expect(mix).toBeGreaterThanOrEqual(0)
          expect(mix).toBeLessThan(1)
          const [low, high] = [frames[from] ?? 0, frames[to] ?? 0]
          if (from !== to) expect(frames.some((at) => at > low && at < high)).toBe(false)
        },
      ),
    )
  })

  it('fills the frame with the middle of a picture', () => {
    const box = { width: 160, height: 90 }
    expect(coverRect({ width: 1000, height: 1000 }, box)).toEqual({
      x: 0,
      y: 218.75,
      width: 1000,
      height: 562.5,
    })
    expect(coverRect({ width: 320, height: 90 }, box)).toEqual({
      x: 80,
      y: 0,
      width: 160,
      height: 90,
    })
  })
})
