import type { Size } from '#contract/size.ts'
import { positionReach, type Rectangle } from '#contract/video-reframe.ts'

export type Point = { x: number; y: number }

export type Terms = {
  canvas: Size
  /** Width over height that is kept; `null`: free. */
  ratio: number | null
}

/** No gesture makes a side shorter, pixels of the canvas. */
const shortestSidePx = 8

type Range = { least: number; most: number }

/** How long a side may be with a point of it kept and its start within reach of the canvas. */
function sideRange(start: number, length: number, keep: number, canvasSide: number): Range {
  const reach = positionReach * canvasSide
  const most = reach
  if (keep === 0) return { least: shortestSidePx, most }
  const fixed = start + length * keep
  const ends = [(fixed - reach) / keep, (fixed + reach) / keep]
  const longest = Math.floor(Math.min(most, Math.max(...ends)))
  const shortest = Math.ceil(Math.max(shortestSidePx, Math.min(...ends)))
  return { least: Math.min(shortest, most), most: Math.max(longest, shortestSidePx) }
}

const clamp = (value: number, { least, most }: Range) => Math.min(Math.max(value, least), most)

/** Half a pixel that rounding gives back. */
const slackPx = 0.499

/** The whole lengths of a side for which the other, `times` as long, stays in its own range. */
const led = (own: Range, other: Range, times: number): Range => ({
  least: Math.max(own.least, Math.ceil((other.least - slackPx) / times)),
  most: Math.min(own.most, Math.floor((other.most + slackPx) / times)),
})

/** The wanted size in whole pixels and within reach; of a kept shape the longer side leads. */
export function wholeSize(
  from: Rectangle,
  wanted: Size,
  keep: Point,
  { canvas, ratio }: Terms,
): Size {
  const wide = sideRange(from.x, from.width, keep.x, canvas.width)
  const high = sideRange(from.y, from.height, keep.y, canvas.height)
  const width = Math.round(wanted.width)
  const height = Math.round(wanted.height)
  if (ratio === null) return { width: clamp(width, wide), height: clamp(height, high) }
  if (ratio >= 1) {
    const long = clamp(width, led(wide, high, 1 / ratio))
    return {
      width: long,
      height: Math.min(Math.round(long / ratio), positionReach * canvas.height),
    }
  }
  const long = clamp(height, led(high, wide, ratio))
  return { width: Math.min(Math.round(long * ratio), positionReach * canvas.width), height: long }
}
