import type { Box, WallLayout } from './wall-layout.ts'

export type GridTerms = { width: number; targetHeight: number; gap: number }

/** All the same, as high as wide, in as many columns as come nearest to the size asked for. */
export function gridLayout(total: number, { width, targetHeight, gap }: GridTerms): WallLayout {
  const columns = Math.max(1, Math.round((width + gap) / (targetHeight + gap)))
  const cell = Math.max(1, Math.floor((width - gap * (columns - 1)) / columns))
  const step = cell + gap
  const rows = Math.ceil(total / columns)
  const clamp = (row: number) => Math.max(0, Math.min(rows - 1, row))
  return {
    total,
    rows,
    height: Math.max(0, rows * step - gap),
    startOf: (row) => Math.min(total, row * columns),
    topOf: (row) => row * step,
    heightOf: () => cell,
    rowOf: (place) => clamp(Math.floor(place / columns)),
    rowAt: (y) => clamp(Math.floor(y / step)),
    boxesOf(row) {
      const count = Math.min(total, (row + 1) * columns) - row * columns
      return Array.from({ length: Math.max(0, count) }, (_, column): Box => {
        const from = Math.round((column * (width + gap)) / columns)
        const to = Math.round(((column + 1) * (width + gap)) / columns) - gap
        return { x: from, y: row * step, width: to - from, height: cell }
      })
    },
  }
}
