import { freeWithin, seat } from './seats.ts'
import { nextFree, type Picked } from './place-keyframes.ts'

const inOrder = (frames: readonly number[], picked: Picked, least: number) => {
  const all = frames.map((_, index) => index)
  const chosen = picked.size >= least ? all.filter((index) => picked.has(index)) : all
  return chosen.toSorted((a, b) => (frames[a] ?? 0) - (frames[b] ?? 0) || a - b)
}

/** Seats the chosen ones, given in the order they shall stand in, among those that stay. */
function seated(
  frames: readonly number[],
  order: readonly number[],
  wanted: readonly number[],
  range: readonly [number, number],
): number[] {
  const staying = new Set(frames.filter((_, index) => !order.includes(index)))
  const seats = seat(wanted, freeWithin(range[0], range[1], staying))
  const next = [...frames]
  for (const [at, index] of order.entries()) next[index] = seats[at] ?? next[index] ?? 0
  return next
}

/** Even distances: the picked ones between their outer two, or all over the whole grid. */
export function spreadFrames(frames: readonly number[], picked: Picked, last: number): number[] {
  const order = inOrder(frames, picked, 3)
  if (order.length < 2) return [...frames]
  const isPart = picked.size >= 3
  const low = isPart ? (frames[order[0] ?? 0] ?? 0) : 0
  const high = isPart ? (frames[order.at(-1) ?? 0] ?? last) : last
  const wanted = order.map((_, at) => low + Math.round((at * (high - low)) / (order.length - 1)))
  return seated(frames, order, wanted, [low, high])
}

/** Mirrors the picked ones (or all) in time, within the span they have. */
export function reverseFrames(frames: readonly number[], picked: Picked): number[] {
  const order = inOrder(frames, picked, 2)
  const low = frames[order[0] ?? 0] ?? 0
  const high = frames[order.at(-1) ?? 0] ?? 0
  const backwards = order.toReversed()
  const wanted = backwards.map((index) => low + high - (frames[index] ?? 0))
  return seated(frames, backwards, wanted, [low, high])
}

type Copy = { of: number; frame: number }

/** A copy of each picked one on the next free frame, as long as there is room. */
export function copiesOf(
  frames: readonly number[],
  picked: Picked,
  last: number,
  room: number,
): Copy[] {
  const taken = new Set(frames)
  const copies: Copy[] = []
  for (const of of inOrder(frames, picked, 0).slice(0, Math.max(0, room))) {
    const frame = nextFree((frames[of] ?? 0) + 1, taken, last)
    if (frame === null) break
    taken.add(frame)
    copies.push({ of, frame })
  }
  return copies
}
