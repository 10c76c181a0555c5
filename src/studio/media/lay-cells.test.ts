import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layCells } from './lay-cells.ts'

const strips = fc.record({
  width: fc.integer({ min: 1, max: 4000 }),
  height: fc.integer({ min: 8, max: 200 }),
  cells: fc.integer({ min: 1, max: 24 }),
  ratio: fc.double({ min: 0.3, max: 4, noNaN: true }),
})

it('shows each still at most once, in order, and the middle of each in the middle of its share', () => {
  fc.assert(
    fc.property(strips, (strip) => {
      const { spriteWidth, shown } = layCells(strip)
      const share = strip.width / shown.length
      const drawn = spriteWidth / strip.cells
      expect(shown.length).toBeLessThanOrEqual(strip.cells)
      for (const [index, { cell, offset }] of shown.entries()) {
        if (index > 0) expect(cell).toBeGreaterThan(shown[index - 1]!.cell)
        expect(cell).toBeLessThan(strip.cells)
        expect((cell + 0.5) * drawn + offset).toBeCloseTo(share / 2, 4)
      }
    }),
  )
})

it('never leaves a part of the strip empty', () => {
  fc.assert(
    fc.property(strips, (strip) => {
      const { spriteWidth, shown } = layCells(strip)
      expect(spriteWidth / strip.cells).toBeGreaterThanOrEqual(strip.width / shown.length - 1e-6)
    }),
  )
})
