import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { magnetFrames, snapped } from './snap.ts'

const grid = { last: 120, fps: 24 }

describe('snapping', () => {
  it('is to whole frames, always', () => {
    expect(snapped(12.4, [], 3)).toBe(12)
    fc.assert(
      fc.property(fc.double({ min: -10, max: 130, noNaN: true }), (place) => {
        expect(
          Number.isInteger(snapped(place, magnetFrames(new Set(['seconds']), grid, 7), 2)),
        ).toBe(true)
      }),
    )
  })

  it('is to the nearest magnet in reach', () => {
    const magnets = magnetFrames(new Set(['seconds', 'playhead']), grid, 30)
    expect(magnets).toEqual([0, 24, 30, 48, 72, 96, 120])
    expect(snapped(26.2, magnets, 3)).toBe(24)
    expect(snapped(28, magnets, 3)).toBe(30)
    expect(snapped(35, magnets, 3)).toBe(35)
  })

  it('knows thirds', () => {
    expect(magnetFrames(new Set(['thirds']), grid, 0)).toEqual([0, 40, 80, 120])
  })
})
