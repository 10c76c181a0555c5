import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clampFrame, frameAt, seekTime } from './clip-frames.ts'

describe('frames of a clip', () => {
  it('are found again where the seek put them', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(24, 23.976, 25, 30),
        fc.integer({ min: 0, max: 431 }),
        (fps, n) => {
          expect(frameAt(seekTime(n, fps), fps, 432)).toBe(n)
          expect(frameAt(n / fps, fps, 432)).toBe(n)
        },
      ),
    )
  })

  it('end with the file', () => {
    expect(frameAt(5, 24, 120)).toBe(119)
    expect(clampFrame(-3, 120)).toBe(0)
    expect(clampFrame(200, 120)).toBe(119)
  })
})
