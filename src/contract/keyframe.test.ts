import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Keyframe, keyframeLimit, squeezed } from './keyframe.ts'

const anchors = fc
  .uniqueArray(fc.integer({ min: 0, max: 240 }), { minLength: 1, maxLength: keyframeLimit })
  .map((frames) =>
    frames.map((frame): Keyframe => ({ frame, image: { url: `https://a.b/${frame}` } })),
  )
const orderOf = (keyframes: readonly Keyframe[]) =>
  keyframes.toSorted((a, b) => a.frame - b.frame).map(({ image }) => image)

const at = (...list: number[]): Keyframe[] =>
  list.map((frame) => ({ frame, image: { url: 'https://a.b/c' } }))

describe('squeezing anchors into a shorter clip', () => {
  it('keeps their number and order, on frames of their own that the clip has', () => {
    fc.assert(
      fc.property(anchors, (keyframes) => {
        const short = squeezed(keyframes, 240, 120)
        expect(new Set(short.map(({ frame }) => frame)).size).toBe(keyframes.length)
        expect(orderOf(short)).toEqual(orderOf(keyframes))
        for (const { frame } of short) {
          expect(Number.isInteger(frame) && frame >= 0 && frame <= 120).toBe(true)
        }
      }),
    )
  })

  it('keeps each at the same part of the clip', () => {
    expect(squeezed(at(0, 60, 150, 240), 240, 120)).toEqual(at(0, 30, 75, 120))
  })
})
