import type { WallLayout } from './layout/wall-layout.ts'

/** Drawn above and below what is seen, CSS pixels at most. */
const marginPx = 480
/** Drawn at all, unless more is in sight. */
const mostTiles = 100

type Rows = { first: number; last: number }

/**
 * Rows that are drawn for a view from `top`: what is in sight, and, unless it is flung past, more
 * around it while it is few.
 */
export function rowsInView(layout: WallLayout, top: number, height: number, isFlung = false): Rows {
  let first = layout.rowAt(top)
  let last = layout.rowAt(top + height)
  const count = (from: number, to: number) => layout.startOf(to + 1) - layout.startOf(from)
  for (;;) {
    const isAbove = first > 0 && layout.topOf(first) > top - marginPx
    const isBelow = last < layout.rows - 1 && layout.topOf(last + 1) < top + height + marginPx
    const above = isAbove ? first - 1 : first
    const below = isBelow ? last + 1 : last
    if (isFlung || (!isAbove && !isBelow) || count(above, below) > mostTiles) return { first, last }
    first = above
    last = below
  }
}
