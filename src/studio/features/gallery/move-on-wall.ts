import type { ShortcutName } from '../../lib/shortcuts.ts'
import type { Rows } from './justified-rows.ts'

/** Where the focus goes from item `from`, following the rows as they are seen. */
export function moveOnWall(
  { boxes, rows }: Rows,
  from: number,
  move: ShortcutName,
  viewHeight: number,
): number {
  const last = boxes.length - 1
  const rowAt = rows.findIndex(({ start, end }) => from >= start && from < end)
  const box = boxes[from]
  if (!box || rowAt < 0) return Math.max(0, Math.min(last, from))

  const nearestIn = (index: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, index))]
    if (!row) return from
    const centre = box.x + box.width / 2
    let best = row.start
    for (let item = row.start; item < row.end; item += 1) {
      if (distance(boxes[item], centre) < distance(boxes[best], centre)) best = item
    }
    return best
  }
  const page = (direction: 1 | -1) => {
    const edge = box.y + direction * viewHeight
    const reached =
      direction > 0
        ? rows.findLastIndex(({ y }) => y <= edge)
        : rows.findIndex(({ y }) => y >= edge)
    return nearestIn(direction > 0 ? Math.max(reached, rowAt + 1) : Math.min(reached, rowAt - 1))
  }

  switch (move) {
    case 'wallLeft':
      return Math.max(0, from - 1)
    case 'wallRight':
      return Math.min(last, from + 1)
    case 'wallUp':
      return rowAt === 0 ? from : nearestIn(rowAt - 1)
    case 'wallDown':
      return rowAt === rows.length - 1 ? from : nearestIn(rowAt + 1)
    case 'wallFirst':
      return 0
    case 'wallLast':
      return last
    case 'wallPageUp':
      return rowAt === 0 ? from : page(-1)
    case 'wallPageDown':
      return rowAt === rows.length - 1 ? from : page(1)
    default:
      return from
  }
}

const distance = (box: { x: number; width: number } | undefined, centre: number) =>
  box ? Math.abs(box.x + box.width / 2 - centre) : Infinity
