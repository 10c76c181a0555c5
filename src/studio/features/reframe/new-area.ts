import type { Size } from '#contract/size.ts'
import type { Rectangle } from '#contract/video-reframe.ts'

/** Rounded as the result is: each edge to its nearest pixel. */
const whole = (px: number) => Math.round(px + 1e-6)

const overlap = (start: number, length: number, side: number) =>
  Math.max(0, Math.min(whole(start + length), side) - Math.max(whole(start), 0))

/** The share of the canvas that the source leaves to be filled, 0..1. */
export function newShare({ x, y, width, height }: Rectangle, canvas: Size): number {
  const kept = overlap(x, width, canvas.width) * overlap(y, height, canvas.height)
  return 1 - kept / (canvas.width * canvas.height)
}

/** What is left to fill, in words. */
export function newAreaWords(share: number): string {
  if (share <= 0) return 'Nothing is left to fill: the source covers the whole picture.'
  if (share >= 1) return 'The source lies wholly outside: all of the picture is new.'
  const percent = Math.round(share * 100)
  if (percent < 1) return 'Less than 1 % of the picture is new'
  if (percent > 99) return 'More than 99 % of the picture is new'
  return `${percent} % of the picture is new`
}
