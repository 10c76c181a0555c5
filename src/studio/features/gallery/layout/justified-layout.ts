import { lastAtMost } from './last-at-most.ts'
import type { Box, WallLayout } from './wall-layout.ts'

export type JustifiedTerms = { width: number; targetHeight: number; gap: number }

/** A row may be this much taller than asked for before one more item is squeezed in. */
const tallest = 1.5

/**
 * Lays shapes (thousandths of width over height) into rows that all end at the right edge, in
 * order and uncropped. The last row keeps the target height instead of being blown up. What comes
 * after an item does not move the rows above it.
 */
export function justifiedLayout(aspects: Uint16Array, terms: JustifiedTerms): WallLayout {
  const { width, targetHeight, gap } = terms
  const total = aspects.length
  let starts = new Uint32Array(Math.ceil(total / 4) + 16)
  let tops = new Float64Array(starts.length)
  let rows = 0
  let y = 0

  const close = (end: number, natural: number) => {
    const height = Math.max(1, Math.round(natural))
    y += height + gap
    rows += 1
    if (rows === starts.length) {
      starts = grown(starts, new Uint32Array(rows * 2))
      tops = grown(tops, new Float64Array(rows * 2))
    }
    starts[rows] = end
    tops[rows] = y
  }

  let count = 0
  let sum = 0
  for (let place = 0; place < total; place += 1) {
    const before = sum
    sum += (aspects[place] as number) / 1000
    count += 1
    const natural = (width - gap * (count - 1)) / sum
    if (natural > targetHeight) continue
    const without = before === 0 ? Infinity : (width - gap * (count - 2)) / before
    if (without <= targetHeight * tallest && without - targetHeight < targetHeight - natural) {
      close(place, without)
      place -= 1
    } else {
      close(place + 1, natural)
    }
    count = 0
    sum = 0
  }
  if (count > 0) close(total, Math.min((width - gap * (count - 1)) / sum, targetHeight))

  const heightOf = (row: number) => tops[row + 1]! - tops[row]! - gap
  return {
    total,
    rows,
    height: Math.max(0, y - gap),
    startOf: (row) => starts[row]!,
    topOf: (row) => tops[row]!,
    heightOf,
    rowOf: (place) => lastAtMost(starts, rows, place),
    rowAt: (at) => lastAtMost(tops, rows, at),
    boxesOf(row) {
      const line = aspects.subarray(starts[row], starts[row + 1])
      const shape = { y: tops[row]!, height: heightOf(row), gap, width }
      return boxesOf(line, shape, row < rows - 1)
    },
  }
}

function grown<Numbers extends Uint32Array | Float64Array>(from: Numbers, to: Numbers): Numbers {
  to.set(from)
  return to
}

type Line = { y: number; height: number; gap: number; width: number }

/** Widths are what is between rounded edges, so that a row ends where it should to the pixel. */
function boxesOf(aspects: Uint16Array, { y, height, gap, width }: Line, isFull: boolean): Box[] {
  let sum = 0
  for (const aspect of aspects) sum += aspect / 1000
  const room = Math.max(aspects.length, width - gap * (aspects.length - 1))
  const fits = room / sum
  const scale = isFull || fits - height < 0.5 ? fits : height
  const boxes: Box[] = []
  let passed = 0
  let from = 0
  for (const [index, aspect] of aspects.entries()) {
    passed += aspect / 1000
    const to = Math.max(from + 1, Math.round(passed * scale))
    boxes.push({ x: from + index * gap, y, width: to - from, height })
    from = to
  }
  return boxes
}
