import type { Box, WallLayout } from './layout/wall-layout.ts'

export type Drawn = { place: number; box: Box }

/** The places of some rows in order, and `always` wherever it is. */
export function drawnTiles(
  layout: WallLayout,
  first: number,
  last: number,
  always: number,
): Drawn[] {
  const rowAlways = layout.rowOf(always)
  const rows: number[] = []
  for (let row = first; row <= Math.min(last, layout.rows - 1); row += 1) rows.push(row)
  const drawn = rows.flatMap((row) =>
    layout.boxesOf(row).map((box, index) => ({ place: layout.startOf(row) + index, box })),
  )
  if (layout.total === 0 || (rowAlways >= first && rowAlways <= last)) return drawn
  const box = layout.boxesOf(rowAlways)[always - layout.startOf(rowAlways)]
  if (!box) return drawn
  const lone = { place: always, box }
  return rowAlways < first ? [lone, ...drawn] : [...drawn, lone]
}
