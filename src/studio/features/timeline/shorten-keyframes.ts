import { freeWithin, seat } from './seats.ts'

type Placed = { frame: number }

const inTime = <Each extends Placed>(keyframes: readonly Each[]) =>
  keyframes.toSorted((a, b) => a.frame - b.frame)

export const countBeyond = (keyframes: readonly Placed[], last: number) =>
  keyframes.filter(({ frame }) => frame > last).length

export const dropBeyond = <Each extends Placed>(keyframes: readonly Each[], last: number): Each[] =>
  keyframes.filter(({ frame }) => frame <= last)

/**
 * All anchors of the grid 0..`from` on the grid 0..`to`, at the same part of the clip, in the same
 * order and none on another. What exceeds the frames there are is dropped from the end.
 */
export function squeezeKeyframes<Each extends Placed>(
  keyframes: readonly Each[],
  from: number,
  to: number,
): Each[] {
  const kept = inTime(keyframes).slice(0, to + 1)
  const wanted = kept.map(({ frame }) => Math.round((frame * to) / Math.max(1, from)))
  const seats = seat(wanted, freeWithin(0, to, new Set()))
  return kept.map((each, index) => ({ ...each, frame: seats[index] ?? each.frame }))
}
