import { describe, expect, it } from 'vitest'
import { itemsInView } from './items-in-view.ts'
import { justifiedRows } from './justified-rows.ts'

const wall = justifiedRows(
  Array.from({ length: 5000 }, () => 1.5),
  { width: 1060, targetHeight: 240, gap: 4 },
)

describe('what is drawn of a long wall', () => {
  it('is what is near the view, and not the rest', () => {
    const items = itemsInView(wall, 100_000, 900, -1)
    expect(items.length).toBeLessThan(80)
    const ys = items.map((item) => wall.boxes[item]?.y ?? 0)
    expect(Math.min(...ys)).toBeLessThan(100_000)
    expect(Math.max(...ys)).toBeGreaterThan(100_900)
  })

  it('is always the one that has the focus too, in its place', () => {
    expect(itemsInView(wall, 100_000, 900, 3)[0]).toBe(3)
    expect(itemsInView(wall, 0, 900, 4999).at(-1)).toBe(4999)
  })

  it('is everything when that is little', () => {
    const few = justifiedRows([1, 1, 1], { width: 1060, targetHeight: 240, gap: 4 })
    expect(itemsInView(few, 0, 0, 0)).toEqual([0, 1, 2])
  })
})
