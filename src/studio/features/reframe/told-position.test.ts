import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyTerms, placed } from './rectangle.arbitrary.ts'
import { rectangleWords, toldPosition, toldRectangle } from './told-position.ts'

it('whole pixels come back whole from what is sent', () => {
  const situation = anyTerms.chain((terms) =>
    fc.record({ canvas: fc.constant(terms.canvas), rectangle: placed(terms) }),
  )
  fc.assert(
    fc.property(situation, ({ canvas, rectangle }) => {
      const position = toldPosition(rectangle, canvas)
      expect(toldRectangle(position, canvas)).toEqual(rectangle)
      expect(toldPosition(toldRectangle(position, canvas), canvas)).toEqual(position)
    }),
    { numRuns: 1000 },
  )
})

it('a rectangle is told with a real minus and no digits that mean nothing', () => {
  const words = rectangleWords({ x: 120, y: -40.004, width: 960, height: 540.5 })
  expect(words).toBe('x 120, y −40, 960 × 540.5 px')
})
