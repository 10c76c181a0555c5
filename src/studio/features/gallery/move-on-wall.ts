import type { ShortcutName } from '../../lib/shortcuts.ts'
import type { Box, WallLayout } from './layout/wall-layout.ts'

/** Where the focus goes from place `from`, following the rows as they are seen. */
export function moveOnWall(
  layout: WallLayout,
  from: number,
  move: ShortcutName,
  viewHeight: number,
): number {
  const last = layout.total - 1
  const rowAt = layout.rowOf(from)
  const box = layout.boxesOf(rowAt)[from - layout.startOf(rowAt)]
  if (!box) return Math.max(0, Math.min(last, from))

  const nearestIn = (index: number) => {
    const row = Math.max(0, Math.min(layout.rows - 1, index))
    const centre = box.x + box.width / 2
    const away = layout.boxesOf(row).map((each) => distance(each, centre))
    return layout.startOf(row) + away.indexOf(Math.min(...away))
  }
  const page = (direction: 1 | -1) => {
    const reached = layout.rowAt(box.y + direction * viewHeight)
    if (direction > 0) return nearestIn(Math.max(reached, rowAt + 1))
    const isCut = layout.topOf(reached) < box.y - viewHeight
    return nearestIn(Math.min(isCut ? reached + 1 : reached, rowAt - 1))
  }

  switch (move) {
    case 'wallLeft':
      return Math.max(0, from - 1)
    case 'wallRight':
      return Math.min(last, from + 1)
    case 'wallUp':
      return rowAt === 0 ? from : nearestIn(rowAt - 1)
    case 'wallDown':
      return rowAt === layout.rows - 1 ? from : nearestIn(rowAt + 1)
    case 'wallFirst':
      return 0
    case 'wallLast':
      return last
    case 'wallPageUp':
      return rowAt === 0 ? from : page(-1)
    case 'wallPageDown':
      return rowAt === layout.rows - 1 ? from : page(1)
    default:
      return from
  }
}

const distance = (box: Box, centre: number) => Math.abs(box.x + box.width / 2 - centre)
