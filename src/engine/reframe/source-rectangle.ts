import type { Size } from '#contract/size.ts'
import { centredFit, toRectangle, type SourcePosition } from '#contract/video-reframe.ts'

/** Edges in pixels of the canvas, right and bottom exclusive; they may lie off it. */
export type Edges = { left: number; top: number; right: number; bottom: number }

/**
 * Where the source stands: each edge of the asked rectangle rounded to the nearest whole pixel, so
 * none is further than half a pixel from where it was asked and every frame fills its rectangle
 * exactly. Without a position: centred, as large as fits.
 */
export function sourceRectangle(
  position: SourcePosition | undefined,
  source: Size,
  canvas: Size,
): Edges {
  const asked = toRectangle(position ?? centredFit(source, canvas), canvas)
  return {
    left: whole(asked.x),
    top: whole(asked.y),
    right: whole(asked.x + asked.width),
    bottom: whole(asked.y + asked.height),
  }
}

/** Sums of fractions fall a hair short of halves that are meant. */
const whole = (px: number) => Math.round(px + 1e-6) || 0

/** The part of the canvas that shows the source; empty when none does. */
export function shownPart({ left, top, right, bottom }: Edges, { width, height }: Size): Edges {
  const x = Math.min(Math.max(left, 0), width)
  const y = Math.min(Math.max(top, 0), height)
  const part = {
    left: x,
    top: y,
    right: Math.max(x, Math.min(right, width)),
    bottom: Math.max(y, Math.min(bottom, height)),
  }
  const isEmpty = part.right === part.left || part.bottom === part.top
  return isEmpty ? { left: 0, top: 0, right: 0, bottom: 0 } : part
}
