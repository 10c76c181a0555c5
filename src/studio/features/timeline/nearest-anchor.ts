import type { Anchor } from './match-anchors.ts'
import { type Scale, xOf } from './timeline-scale.ts'

/** Half the width of the pictures, by how far the next anchor is, px. As the strip draws them. */
const halfWidth = (gap: number, scale: Scale, fullPx: number) =>
  Math.max(7, Math.min(fullPx, gap * scale.perFramePx - 3)) / 2

/** The anchor a pointer means: the nearest whose picture, or whose reach, it is in. */
export function nearestAnchor(
  anchors: readonly Anchor[],
  scale: Scale,
  x: number,
  { fullPx, reachPx }: { fullPx: number; reachPx: number },
): Anchor | null {
  let best: Anchor | null = null
  let nearest = Infinity
  for (const [index, anchor] of anchors.entries()) {
    const far = Math.abs(xOf(scale, Math.min(anchor.frame, scale.last)) - x)
    const reach = Math.max(reachPx, halfWidth(gapAt(anchors, index, scale.last), scale, fullPx))
    if (far <= reach && far < nearest) [best, nearest] = [anchor, far]
  }
  return best
}

/** Frames to the nearer neighbour that stands on another frame. */
export function gapAt(anchors: readonly { frame: number }[], index: number, last: number): number {
  const frame = anchors[index]?.frame ?? 0
  const before = anchors.findLast((each) => each.frame < frame)?.frame ?? -Infinity
  const after = anchors.find((each) => each.frame > frame)?.frame ?? Infinity
  return Math.min(Math.max(1, last), frame - before, after - frame)
}
