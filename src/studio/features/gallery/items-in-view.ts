import type { Rows } from './justified-rows.ts'

/** Drawn above and below what is seen, CSS pixels. */
const marginPx = 1200

/** The items near a view of the wall, in order, and `always` wherever it is. */
export function itemsInView({ rows }: Rows, top: number, height: number, always: number): number[] {
  const items: number[] = []
  for (const row of rows) {
    const isNear = row.y + row.height > top - marginPx && row.y < top + height + marginPx
    for (let item = row.start; item < row.end; item += 1) {
      if (isNear || item === always) items.push(item)
    }
  }
  return items
}
