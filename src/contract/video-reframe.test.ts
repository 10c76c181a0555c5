import fc from 'fast-check'
import { expect, it } from 'vitest'
import { centredFit, toRectangle, toSourcePosition } from './video-reframe.ts'

const side = fc.integer({ min: 2, max: 4000 })
const size = fc.record({ width: side, height: side })
const px = fc.double({ min: -8000, max: 8000, noNaN: true })
const long = fc.double({ min: 0.01, max: 8000, noNaN: true })

it('a rectangle comes back from the wire where it was', () => {
  fc.assert(
    fc.property(
      fc.record({ x: px, y: px, width: long, height: long }),
      size,
      (rectangle, canvas) => {
        const back = toRectangle(toSourcePosition(rectangle, canvas), canvas)
        for (const key of ['x', 'y', 'width', 'height'] as const) {
          expect(back[key]).toBeCloseTo(rectangle[key], 6)
        }
      },
    ),
  )
})

it('the centred fit keeps the shape, stays on the canvas and touches two of its edges', () => {
  fc.assert(
    fc.property(size, size, (source, canvas) => {
      const { x, y, width, height } = toRectangle(centredFit(source, canvas), canvas)
      expect(width / height / (source.width / source.height)).toBeCloseTo(1, 6)
      expect(Math.min(x, y)).toBeCloseTo(0, 6)
      expect(2 * x + width).toBeCloseTo(canvas.width, 6)
      expect(2 * y + height).toBeCloseTo(canvas.height, 6)
    }),
  )
})
