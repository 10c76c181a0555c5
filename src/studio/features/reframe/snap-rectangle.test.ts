import fc from 'fast-check'
import { expect, it } from 'vitest'
import { pulledSize, resize } from './rectangle-drag.ts'
import { anyHandle, anyPoint, anyTerms, placed } from './rectangle.arbitrary.ts'
import { snapMove, snapResize, snapScale } from './snap-rectangle.ts'

const canvas = { width: 1280, height: 720 }
const from = { x: 100, y: 50, width: 500, height: 281 }
const tolerancePx = 12

it.each([
  ['the centre', { x: 394, y: 215 }, { x: 390, y: 220 }, ['centre', 'centre']],
  ['the near edges', { x: 7, y: -5 }, { x: 0, y: 0 }, ['edge', 'edge']],
  ['the far edges', { x: 785, y: 435 }, { x: 780, y: 439 }, ['edge', 'edge']],
  ['a third', { x: 420, y: 140 }, { x: 427, y: 140 }, ['third']],
  ['nothing far away', { x: 200, y: 140 }, { x: 200, y: 140 }, []],
])('a rectangle snaps to %s', (_, to, at, kinds) => {
  const { rectangle, guides } = snapMove(from, to, canvas, tolerancePx)
  expect({ x: rectangle.x, y: rectangle.y }).toEqual(at)
  expect(guides.map(({ kind }) => kind)).toEqual(kinds)
})

it('a rectangle that is held to one axis snaps on that axis only', () => {
  const { rectangle, guides } = snapMove(from, { x: 7, y: -5 }, canvas, tolerancePx, ['x'])
  expect(rectangle).toMatchObject({ x: 0, y: -5 })
  expect(guides).toEqual([{ kind: 'edge', axis: 'x', at: 0 }])
})

it('a pulled corner snaps to the size that fits, and one scaled by the wheel too', () => {
  const terms = { canvas: { width: 720, height: 1280 }, ratio: 16 / 9 }
  const small = { x: 0, y: 437, width: 640, height: 360 }
  const pulled = snapResize(small, { x: 1, y: 1 }, { x: 75, y: 42 }, false, terms, tolerancePx)
  expect(pulled.rectangle).toMatchObject({ x: 0, y: 437, width: 720, height: 405 })
  const scaled = snapScale(small, 1.12, { x: 0, y: 0 }, terms, tolerancePx)
  expect(scaled).toMatchObject({ rectangle: { width: 720 }, guides: [{ kind: 'fit' }] })
})

const situation = anyTerms.chain((terms) =>
  fc.record({
    terms: fc.constant(terms),
    start: placed(terms),
    handle: anyHandle,
    by: anyPoint,
    isFromCentre: fc.boolean(),
    tolerance: fc.double({ min: 0, max: 40, noNaN: true }),
  }),
)

it('snapping moves nothing further than its reach', () => {
  fc.assert(
    fc.property(situation, ({ terms, start, by, tolerance }) => {
      const to = { x: by.x / 4, y: by.y / 4 }
      const { rectangle, guides } = snapMove(start, to, terms.canvas, tolerance)
      const held =
        Math.abs(to.x) > 2 * terms.canvas.width || Math.abs(to.y) > 2 * terms.canvas.height
      if (held) return
      expect(Math.abs(rectangle.x - to.x)).toBeLessThanOrEqual(tolerance + 0.5)
      expect(Math.abs(rectangle.y - to.y)).toBeLessThanOrEqual(tolerance + 0.5)
      if (guides.length === 0) {
        expect(Math.abs(rectangle.x - to.x)).toBeLessThanOrEqual(0.5)
      }
    }),
    { numRuns: 500 },
  )
})

it('where nothing is close, a pull with snapping is a pull without', () => {
  fc.assert(
    fc.property(situation, ({ terms, start, handle, by, isFromCentre, tolerance }) => {
      const snapped = snapResize(start, handle, by, isFromCentre, terms, tolerance)
      if (snapped.guides.length > 0 || (by.x === 0 && by.y === 0)) return
      expect(snapped.rectangle).toEqual(resize(start, handle, by, isFromCentre, terms))
    }),
    { numRuns: 500 },
  )
})

it('a snapped free side is no further than its reach from where it was pulled', () => {
  fc.assert(
    fc.property(situation, ({ terms: { canvas: on }, start, handle, by, tolerance }) => {
      const free = { canvas: on, ratio: null }
      const wanted = pulledSize(start, handle, by, false, null)
      const plain = resize(start, handle, by, false, free)
      const { rectangle } = snapResize(start, handle, by, false, free, tolerance)
      if (Math.abs(plain.width - wanted.width) > 1) return
      expect(Math.abs(rectangle.width - wanted.width)).toBeLessThanOrEqual(tolerance + 1)
    }),
    { numRuns: 500 },
  )
})
