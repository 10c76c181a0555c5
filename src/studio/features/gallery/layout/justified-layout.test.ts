import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { justifiedLayout } from './justified-layout.ts'
import { wallArbitrary } from './layout.arbitrary.ts'

const rowsOf = ({ rows }: { rows: number }) => Array.from({ length: rows }, (_, row) => row)
const check = (holds: (wall: Wall) => void) => fc.assert(fc.property(wallArbitrary, holds))
type Wall = typeof wallArbitrary extends fc.Arbitrary<infer Each> ? Each : never

describe('rows in true shapes', () => {
  it('have a place for everything, once and in order', () => {
    check(({ aspects, terms }) => {
      const layout = justifiedLayout(aspects, terms)
      const places = rowsOf(layout).map((row) => layout.startOf(row + 1) - layout.startOf(row))
      expect(places.reduce((sum, count) => sum + count, 0)).toBe(aspects.length)
      for (const row of rowsOf(layout)) {
        expect(layout.boxesOf(row)).toHaveLength(places[row] as number)
        for (let place = layout.startOf(row); place < layout.startOf(row + 1); place += 1) {
          expect(layout.rowOf(place)).toBe(row)
        }
      }
    })
  })

  it('end at the right edge, but for the last', () => {
    check(({ aspects, terms }) => {
      const layout = justifiedLayout(aspects, terms)
      for (const row of rowsOf(layout)) {
        const last = layout.boxesOf(row).at(-1)!
        if (row < layout.rows - 1) expect(last.x + last.width).toBe(terms.width)
        else expect(last.x + last.width).toBeLessThanOrEqual(terms.width)
      }
    })
  })

  it('are never much taller than asked for, and stand one below the other', () => {
    check(({ aspects, terms }) => {
      const layout = justifiedLayout(aspects, terms)
      let y = 0
      for (const row of rowsOf(layout)) {
        expect(layout.topOf(row)).toBe(y)
        expect(layout.heightOf(row)).toBeLessThanOrEqual(terms.targetHeight * 1.5 + 1)
        expect(layout.rowAt(y)).toBe(row)
        expect(layout.rowAt(y + layout.heightOf(row) - 1)).toBe(row)
        y += layout.heightOf(row) + terms.gap
      }
      expect(layout.height).toBe(Math.max(0, y - terms.gap))
    })
  })

  it('keep shapes true to a pixel, the gap between them, and nothing over another', () => {
    check(({ aspects, terms }) => {
      const layout = justifiedLayout(aspects, terms)
      for (const row of rowsOf(layout)) {
        const boxes = layout.boxesOf(row)
        for (const [index, { x, width, height }] of boxes.entries()) {
          const aspect = aspects[layout.startOf(row) + index]! / 1000
          expect(Math.abs(width - height * aspect)).toBeLessThanOrEqual(1.5 + aspect)
          const before = boxes[index - 1]
          if (before) expect(x).toBe(before.x + before.width + terms.gap)
        }
      }
    })
  })

  it('stay where they are when more comes below', () => {
    check(({ aspects, terms }) => {
      const whole = justifiedLayout(aspects, terms)
      const part = justifiedLayout(aspects.subarray(0, aspects.length >> 1), terms)
      for (let row = 0; row < part.rows - 2; row += 1) {
        expect(part.boxesOf(row)).toEqual(whole.boxesOf(row))
      }
    })
  })

  it('keep a lone picture at the size asked for', () => {
    const layout = justifiedLayout(Uint16Array.of(1500), { width: 1000, targetHeight: 200, gap: 4 })
    expect(layout.boxesOf(0)).toEqual([{ x: 0, y: 0, width: 300, height: 200 }])
  })

  it('have room for a million', () => {
    const aspects = new Uint16Array(1_000_000).fill(1778)
    const layout = justifiedLayout(aspects, { width: 1000, targetHeight: 240, gap: 4 })
    expect(layout.startOf(layout.rows)).toBe(1_000_000)
    expect(layout.rowOf(999_999)).toBe(layout.rows - 1)
  })
})
