import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridLayout } from './grid-layout.ts'
import { wallArbitrary } from './layout.arbitrary.ts'

describe('a uniform grid', () => {
  it('has every item once, in order, in columns that end at the right edge', () => {
    fc.assert(
      fc.property(wallArbitrary, ({ aspects: { length: total }, terms }) => {
        const layout = gridLayout(total, terms)
        let place = 0
        for (let row = 0; row < layout.rows; row += 1) {
          expect(layout.startOf(row)).toBe(place)
          const boxes = layout.boxesOf(row)
          for (const { y, height } of boxes) {
            expect(layout.rowOf(place)).toBe(row)
            expect(layout.rowAt(y + height - 1)).toBe(row)
            place += 1
          }
          const last = boxes.at(-1)!
          if (row < layout.rows - 1) expect(last.x + last.width).toBe(terms.width)
        }
        expect(place).toBe(total)
      }),
    )
  })
})
