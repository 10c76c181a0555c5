/** Which of the anchors, by their place in the list. */
export type Picked = ReadonlySet<number>

type Fits = (by: number) => boolean

function fitsOf(frames: readonly number[], picked: Picked, last: number): Fits {
  const moving = frames.filter((_, index) => picked.has(index))
  const standing = new Set(frames.filter((_, index) => !picked.has(index)))
  return (by) =>
    moving.every((frame) => frame + by >= 0 && frame + by <= last && !standing.has(frame + by))
}

const moved = (frames: readonly number[], picked: Picked, by: number) =>
  frames.map((frame, index) => (picked.has(index) ? frame + by : frame))

const reach = (frames: readonly number[], last: number) => Math.max(last, ...frames)

/**
 * Moves the picked ones together, their spacing kept, as near to `by` frames as there is room: over
 * another anchor they stand beside it, on the side they came from where both are as near.
 */
export function shiftFrames(
  frames: readonly number[],
  picked: Picked,
  by: number,
  last: number,
): number[] {
  if (picked.size === 0) return [...frames]
  const fits = fitsOf(frames, picked, last)
  const back = by > 0 ? -1 : 1
  const furthest = Math.abs(by) + reach(frames, last)
  for (let far = 0; far <= furthest; far++) {
    if (fits(by + back * far)) return moved(frames, picked, by + back * far)
    if (fits(by - back * far)) return moved(frames, picked, by - back * far)
  }
  return [...frames]
}

/**
 * Moves the picked ones by `by` frames or, where others stand, over them to the next room; where
 * there is none beyond, as far towards it as they can.
 */
export function stepFrames(
  frames: readonly number[],
  picked: Picked,
  by: number,
  last: number,
): number[] {
  if (picked.size === 0 || by === 0) return [...frames]
  const fits = fitsOf(frames, picked, last)
  const way = Math.sign(by)
  const wanted = Math.abs(by)
  for (let far = wanted; far <= reach(frames, last); far++) {
    if (fits(way * far)) return moved(frames, picked, way * far)
  }
  for (let far = wanted - 1; far > 0; far--) {
    if (fits(way * far)) return moved(frames, picked, way * far)
  }
  return [...frames]
}

/** Moves the picked ones to the first or the last frame, or beside what stands there. */
export function framesToEnd(
  frames: readonly number[],
  picked: Picked,
  end: 'first' | 'last',
  last: number,
): number[] {
  const moving = frames.filter((_, index) => picked.has(index))
  const by = end === 'first' ? -Math.min(...moving) : last - Math.max(...moving)
  return shiftFrames(frames, picked, by, last)
}

/** The next free frame from `wanted` on or, where there is none, the nearest before. */
export function nextFree(wanted: number, taken: ReadonlySet<number>, last: number): number | null {
  for (let frame = Math.max(0, wanted); frame <= last; frame++) if (!taken.has(frame)) return frame
  for (let frame = Math.min(wanted, last); frame >= 0; frame--) if (!taken.has(frame)) return frame
  return null
}
