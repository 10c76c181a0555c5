/** CSS pixels, whole. */
export type Box = { x: number; y: number; width: number; height: number }

/** Items `start` to `end` (not included) side by side. */
type Row = { start: number; end: number; y: number; height: number }

export type Rows = { boxes: Box[]; rows: Row[]; height: number }

type Terms = { width: number; targetHeight: number; gap: number }

/** A row may be this much taller than asked for before one more item is squeezed in. */
const tallest = 1.5

/**
 * Lays items of any shape into rows that all end at the right edge, in order and uncropped. The
 * last row keeps the target height instead of being blown up.
 */
export function justifiedRows(aspects: readonly number[], terms: Terms): Rows {
  const { width, targetHeight, gap } = terms
  const boxes: Box[] = []
  const rows: Row[] = []
  let y = 0
  let start = 0

  const close = (end: number, isFull: boolean) => {
    const shapes = aspects.slice(start, end)
    const natural = naturalHeight(shapes, width, gap)
    const height = Math.max(1, Math.round(isFull ? natural : Math.min(natural, targetHeight)))
    boxes.push(...boxesOf(shapes, { width, height, gap, y, isFull }))
    rows.push({ start, end, y, height })
    y += height + gap
    start = end
  }

  for (let end = 1; end <= aspects.length; end += 1) {
    const natural = naturalHeight(aspects.slice(start, end), width, gap)
    if (natural > targetHeight) continue
    const without = naturalHeight(aspects.slice(start, end - 1), width, gap)
    const isWithoutNearer = without - targetHeight < targetHeight - natural
    if (end - 1 > start && isWithoutNearer && without <= targetHeight * tallest) {
      close(end - 1, true)
      end -= 1
    } else {
      close(end, true)
    }
  }
  if (start < aspects.length) close(aspects.length, false)
  return { boxes, rows, height: Math.max(0, y - gap) }
}

function naturalHeight(aspects: readonly number[], width: number, gap: number) {
  const sum = aspects.reduce((total, aspect) => total + aspect, 0)
  return sum === 0 ? Infinity : (width - gap * (aspects.length - 1)) / sum
}

type Line = { width: number; height: number; gap: number; y: number; isFull: boolean }

function boxesOf(aspects: readonly number[], { width, height, gap, y, isFull }: Line): Box[] {
  const sum = aspects.reduce((total, aspect) => total + aspect, 0)
  const room = width - gap * (aspects.length - 1)
  const scale = isFull ? room / sum : Math.min(height, room / sum)
  let passed = 0
  return aspects.map((aspect, index) => {
    const from = Math.round(passed * scale)
    passed += aspect
    return {
      x: from + index * gap,
      y,
      width: Math.max(1, Math.round(passed * scale) - from),
      height,
    }
  })
}
