import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { justifiedRows } from './justified-rows.ts'

const aspects = fc.array(
  fc.constantFrom(3, 2, 21 / 9, 16 / 9, 3 / 2, 4 / 3, 1, 3 / 4, 2 / 3, 9 / 16, 1 / 2, 1 / 3),
  { maxLength: 80 },
)
const terms = fc.record({
  width: fc.integer({ min: 320, max: 2400 }),
  targetHeight: fc.integer({ min: 120, max: 480 }),
  gap: fc.constant(4),
})

describe('the wall’s rows', () => {
  it('keep every item once and in order', () => {
    fc.assert(
      fc.property(aspects, terms, (shapes, rule) => {
        const { boxes, rows } = justifiedRows(shapes, rule)
        expect(boxes).toHaveLength(shapes.length)
        expect(rows.flatMap(({ start, end }) => [start, end])).toEqual(
          rows.flatMap((_, index) => [rows[index - 1]?.end ?? 0, rows[index]?.end]),
        )
        expect(rows.at(-1)?.end ?? 0).toBe(shapes.length)
      }),
    )
  })

  it('all end at the right edge, save the last', () => {
    fc.assert(
      fc.property(aspects, terms, (shapes, rule) => {
        const { boxes, rows } = justifiedRows(shapes, rule)
        rows.forEach(({ end }, index) => {
          const box = boxes[end - 1]
          const right = (box?.x ?? 0) + (box?.width ?? 0)
          if (index < rows.length - 1) expect(right).toBe(rule.width)
          else expect(right).toBeLessThanOrEqual(rule.width)
        })
      }),
    )
  })

  it('never overlap, and stand one gap apart', () => {
    fc.assert(
      fc.property(aspects, terms, (shapes, rule) => {
        const { boxes, rows } = justifiedRows(shapes, rule)
        rows.forEach(({ start, end, y, height }, index) => {
          const above = rows[index - 1]
          if (above) expect(y).toBe(above.y + above.height + rule.gap)
          for (let item = start + 1; item < end; item += 1) {
            const left = boxes[item - 1]
            expect(boxes[item]?.x).toBe((left?.x ?? 0) + (left?.width ?? 0) + rule.gap)
          }
          for (const box of boxes.slice(start, end)) expect(box).toMatchObject({ y, height })
        })
      }),
    )
  })

  it('show every item in its true shape, to the rounding of a pixel', () => {
    fc.assert(
      fc.property(aspects, terms, (shapes, rule) => {
        justifiedRows(shapes, rule).boxes.forEach(({ width, height }, index) => {
          expect(Math.abs(width - (shapes[index] ?? 1) * height)).toBeLessThanOrEqual(
            1.5 + (shapes[index] ?? 1),
          )
        })
      }),
    )
  })

  it('are about as tall as asked for when shapes allow it', () => {
    const { rows } = justifiedRows(
      Array.from({ length: 40 }, () => 1.5),
      { width: 1060, targetHeight: 240, gap: 4 },
    )
    for (const { height } of rows) expect(height).toBeGreaterThan(170)
    for (const { height } of rows) expect(height).toBeLessThan(340)
  })

  it('do not blow up a lonely last picture', () => {
    const { boxes } = justifiedRows([1], { width: 1060, targetHeight: 240, gap: 4 })
    expect(boxes).toEqual([{ x: 0, y: 0, width: 240, height: 240 }])
  })
})
