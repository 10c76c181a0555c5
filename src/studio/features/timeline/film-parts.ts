import { type FrameRange, stripCellsMost } from '#contract/clip-strip.ts'
import { placeAt, type Scale } from './timeline-scale.ts'

/** A part wider than this shows its own frames, px. */
const closePx = 220

/** A clip in parts of which a strip shows every frame. */
export const filmParts = (frames: number): FrameRange[] =>
  Array.from({ length: Math.ceil(frames / stripCellsMost) }, (_, index) => ({
    from: index * stripCellsMost,
    to: Math.min(frames, (index + 1) * stripCellsMost),
  }))

/** Which of the parts are looked at closely enough to be shown frame by frame. */
export function partsInSight(scale: Scale, frames: number): number[] {
  if (scale.width === 0 || stripCellsMost * scale.perFramePx < closePx) return []
  const first = placeAt(scale, 0)
  const last = placeAt(scale, scale.width)
  return filmParts(frames).flatMap(({ from, to }, index) =>
    to > first && from < last ? [index] : [],
  )
}
