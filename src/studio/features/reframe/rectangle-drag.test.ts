import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rectangle } from '#contract/video-reframe.ts'
import { moveBy, resize, scaleAbout } from './rectangle-drag.ts'
import { anyHandle, anyPoint, anyTerms, lockedTerms, placed } from './rectangle.arbitrary.ts'
import type { Terms } from './whole-size.ts'

const situation = anyTerms.chain((terms) =>
  fc.record({
    terms: fc.constant(terms),
    from: placed(terms),
    handle: anyHandle,
    by: anyPoint,
    isFromCentre: fc.boolean(),
    factor: fc.double({ min: 0.01, max: 50, noNaN: true }),
  }),
)

const isTaken = ({ x, y, width, height }: Rectangle, { canvas }: Terms) =>
  Math.abs(x) <= 2 * canvas.width &&
  Math.abs(y) <= 2 * canvas.height &&
  width > 0 &&
  height > 0 &&
  width <= 2 * canvas.width &&
  height <= 2 * canvas.height

const isWhole = (rectangle: Rectangle) => Object.values(rectangle).every(Number.isInteger)

describe('however it is pulled, a rectangle', () => {
  it('stays within what the API takes, in whole pixels', () => {
    fc.assert(
      fc.property(situation, ({ terms, from, handle, by, isFromCentre, factor }) => {
        const all = [
          moveBy(from, by, terms.canvas),
          resize(from, handle, by, isFromCentre, terms),
          scaleAbout(from, factor, by, terms),
        ]
        for (const rectangle of all) {
          expect(isTaken(rectangle, terms), JSON.stringify(rectangle)).toBe(true)
          expect(isWhole(rectangle)).toBe(true)
        }
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps a locked shape to half a pixel', () => {
    const locked = lockedTerms.chain((terms) =>
      fc.record({
        terms: fc.constant(terms),
        from: placed(terms),
        handle: anyHandle,
        by: anyPoint,
        isFromCentre: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(locked, ({ terms, from, handle, by, isFromCentre }) => {
        const { width, height } = resize(from, handle, by, isFromCentre, terms)
        const off = terms.ratio >= 1 ? height - width / terms.ratio : width - height * terms.ratio
        expect(Math.abs(off)).toBeLessThanOrEqual(0.5 + 1e-9)
      }),
      { numRuns: 1000 },
    )
  })

  it('keeps the side opposite to the handle, to the pixel, unless a limit forbids it', () => {
    fc.assert(
      fc.property(situation, ({ terms, from, handle, by }) => {
        const after = resize(from, handle, by, false, terms)
        if (handle.x === 1) expect(after.x).toBe(from.x)
        if (handle.x === -1 && terms.ratio === null) {
          expect(after.x + after.width).toBe(from.x + from.width)
        }
        if (handle.y === 1) expect(after.y).toBe(from.y)
      }),
    )
  })

  it('comes back when the pointer comes back', () => {
    const step = fc.integer({ min: -300, max: 300 })
    const steps = anyTerms.chain((terms) =>
      fc.record({ terms: fc.constant(terms), from: placed(terms), dx: step, dy: step }),
    )
    fc.assert(
      fc.property(steps, ({ terms, from, dx, dy }) => {
        const { canvas } = terms
        const there = moveBy(from, { x: dx, y: dy }, canvas)
        const wasHeld = there.x !== from.x + dx || there.y !== from.y + dy
        if (!wasHeld) expect(moveBy(there, { x: -dx, y: -dy }, canvas)).toEqual(from)
        const free = { canvas, ratio: null }
        const corner = { x: 1, y: 1 } as const
        const large = resize(from, corner, { x: dx, y: dy }, false, free)
        if (large.width === from.width + dx && large.height === from.height + dy) {
          expect(resize(large, corner, { x: -dx, y: -dy }, false, free)).toEqual(from)
        }
      }),
    )
  })
})

it('a pulled edge lands within half a pixel of the pointer', () => {
  const canvas = { width: 1280, height: 720 }
  const from = { x: 100, y: 50, width: 640, height: 360 }
  const right = { x: 1, y: 0 } as const
  for (const ratio of [null, 16 / 9]) {
    const after = resize(from, right, { x: 33.3, y: 99 }, false, { canvas, ratio })
    expect(Math.abs(after.x + after.width - 773.3)).toBeLessThanOrEqual(0.5)
  }
})

it('what lies under the pointer stays under it while the source is scaled', () => {
  const canvas = { width: 1280, height: 720 }
  const from = { x: 100, y: 50, width: 640, height: 360 }
  const after = scaleAbout(from, 1.5, { x: 260, y: 140 }, { canvas, ratio: 16 / 9 })
  expect(after).toEqual({ x: 20, y: 5, width: 960, height: 540 })
})

it('Alt pulls both sides about the middle', () => {
  const canvas = { width: 1280, height: 720 }
  const from = { x: 100, y: 50, width: 640, height: 360 }
  expect(resize(from, { x: 1, y: 0 }, { x: 20, y: 0 }, true, { canvas, ratio: null })).toEqual({
    x: 80,
    y: 50,
    width: 680,
    height: 360,
  })
})
