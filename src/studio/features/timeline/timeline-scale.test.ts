import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rulerSteps } from './ruler-steps.ts'
import {
  fitted,
  frameAt,
  isFitted,
  panned,
  placeAt,
  reshaped,
  revealing,
  type Scale,
  xOf,
  zoomed,
} from './timeline-scale.ts'

const whole = (width: number, last: number, isCentred = false): Scale =>
  fitted({ width, last, isCentred, padPx: 40, from: 0, perFramePx: 0 })

const anyScale = fc
  .record({
    width: fc.integer({ min: 320, max: 2000 }),
    last: fc.constantFrom(120, 240, 431),
    isCentred: fc.boolean(),
    zoom: fc.double({ min: 1, max: 60, noNaN: true }),
    pan: fc.double({ min: -3000, max: 3000, noNaN: true }),
  })
  .map(({ width, last, isCentred, zoom, pan }) =>
    panned(zoomed(whole(width, last, isCentred), zoom), pan),
  )

describe('the scale of the timeline', () => {
  it('finds every frame again under the pixel it lies on', () => {
    fc.assert(
      fc.property(anyScale, fc.nat(431), (scale, frame) => {
        fc.pre(frame <= scale.last)
        expect(frameAt(scale, xOf(scale, frame))).toBe(frame)
      }),
    )
  })

  it('shows the whole clip at first, and no further out', () => {
    const scale = whole(1000, 120)
    expect([xOf(scale, 0), xOf(scale, 120)]).toEqual([40, 960])
    expect(zoomed(scale, 0.1)).toEqual(scale)
    expect(panned(scale, 500)).toEqual(scale)
  })

  it('keeps what lies under the pointer there while zooming inside the clip', () => {
    const scale = zoomed(whole(1000, 240), 8, 500)
    const place = placeAt(scale, 300)
    expect(placeAt(zoomed(scale, 1.5, 300), 300)).toBeCloseTo(place, 6)
    expect(placeAt(zoomed(scale, 0.8, 300), 300)).toBeCloseTo(place, 6)
  })

  it('goes in to single frames', () => {
    expect(zoomed(whole(1000, 240), 1000).perFramePx).toBe(56)
    expect(zoomed(whole(1000, 7), 1000).perFramePx).toBeGreaterThan(56)
  })

  it('never leaves the clip', () => {
    fc.assert(
      fc.property(anyScale, (scale) => {
        expect(scale.from).toBeGreaterThanOrEqual(0)
        expect(scale.from).toBeLessThanOrEqual(scale.last)
        if (!scale.isCentred)
          expect(xOf(scale, scale.last)).toBeGreaterThanOrEqual(scale.width - 41)
      }),
    )
  })

  it('brings a frame into sight with the least pan', () => {
    fc.assert(
      fc.property(anyScale, fc.nat(120), (scale, frame) => {
        const x = xOf(revealing(scale, frame), frame)
        expect(x).toBeGreaterThanOrEqual(39.9)
        expect(x).toBeLessThanOrEqual(scale.width - 39.9)
      }),
    )
  })

  it('stays whole when the window or the grid changes, and stays close when it was close', () => {
    const shape = { width: 700, last: 240, isCentred: false, padPx: 40 }
    expect(isFitted(reshaped(whole(1000, 120), shape))).toBe(true)
    expect(reshaped(zoomed(whole(1000, 120), 4), shape).perFramePx).toBeCloseTo(30.67, 1)
  })
})

describe('the marks of the ruler', () => {
  it.each([
    ['a whole 10 s clip', 3.8, { label: 24, line: 2 }],
    ['a whole 5 s clip', 7.7, { label: 12, line: 1 }],
    ['single frames', 56, { label: 2, line: 1 }],
    ['a long clip on a phone', 0.8, { label: 120, line: 12 }],
  ])('come out even on %s', (_, perFramePx, steps) => {
    expect(rulerSteps(perFramePx, 24)).toEqual(steps)
  })

  it('are never closer than can be read', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.3, max: 60, noNaN: true }),
        fc.constantFrom(24, 25, 30, 23.976, 60),
        (px, fps) => {
          const { label, line } = rulerSteps(px, fps)
          expect(label * px).toBeGreaterThanOrEqual(64)
          expect(label % line).toBe(0)
        },
      ),
    )
  })
})
