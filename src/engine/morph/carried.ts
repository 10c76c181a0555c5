import type { Similarity } from './similarity.ts'

/** Motion a frame that a clip carries on from a picture just outside it. */
export type Carried = {
  motion: Similarity
  /** Frames in which it would come to rest at its first pace. */
  fades: number
  /** In a circle: part of the pace at which it comes back. */
  comesBack: number
}

/** Widths of the picture that may be carried beyond its edge, and how much wider it may be seen. */
const most = { shift: 0.11, wider: 0.1, closer: 0.45, roll: 0.1 }

/** `isForward`: the clip comes after the picture. `isSoft`: another move takes over. */
export function carriedOn(motion: Similarity, isForward: boolean, isSoft: boolean): Carried {
  const { x, y, zoom, roll } = motion
  const isCloser = zoom > 0 === isForward
  const limits = [
    most.shift / Math.hypot(x, y),
    (isCloser ? most.closer : most.wider) / Math.abs(zoom),
    most.roll / Math.abs(roll),
    isSoft ? 24 : 160,
  ]
  return { motion, fades: Math.max(2, Math.min(...limits)), comesBack: 0.3 }
}

/** How many of the first picture's steps have been carried `after` frames from it. */
export function carriedSteps(
  { fades, comesBack }: Carried,
  after: number,
  loopFrames: number,
): number {
  const run = (frames: number) => fades * (1 - Math.exp(-frames / fades))
  if (loopFrames === 0) return Math.sign(after) * run(Math.abs(after))
  const frame = after - 1
  const t = Math.min(1, Math.max(0, (frame / loopFrames - 0.15) / 0.7))
  const leaving = 1 - t * t * (3 - 2 * t)
  return 1 + run(frame) * leaving - comesBack * run(loopFrames - frame) * (1 - leaving)
}

/** Whether a motion is one that an eye follows, and not the trembling of an estimate. */
export const isMoving = ({ x, y, zoom, roll }: Similarity): boolean =>
  Math.hypot(x, y) + Math.abs(zoom) / 2 + Math.abs(roll) / 2 > 0.0002
