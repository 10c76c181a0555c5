/** CSS pixels; `x` and `width` are whole. */
export type Box = { x: number; y: number; width: number; height: number }

/** Where everything on a wall stands: places counted from 0, in rows from the top. */
export type WallLayout = {
  /** Places. */
  total: number
  rows: number
  /** Of all rows, CSS pixels. */
  height: number
  /** The first place of a row; of the row after the last: `total`. */
  startOf(row: number): number
  topOf(row: number): number
  /** Height of a row without the gap below it. */
  heightOf(row: number): number
  /** The boxes of a row's places from the left to the right. */
  boxesOf(row: number): Box[]
  /** The row of a place. */
  rowOf(place: number): number
  /** The last row that begins at or above `y`; 0 when none does. */
  rowAt(y: number): number
}
