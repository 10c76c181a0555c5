/**
 * A seat for each of `wanted` (ascending) among `free` (ascending, at least as many): none twice,
 * in the same order, each as near as those before it and the room for those after it allow.
 */
export function seat(wanted: readonly number[], free: readonly number[]): number[] {
  let next = 0
  return wanted.map((place, index) => {
    const furthest = free.length - (wanted.length - index)
    while (next < furthest && isNearer(free[next + 1], free[next], place)) next++
    return free[next++] ?? place
  })
}

const isNearer = (one: number | undefined, other: number | undefined, place: number) =>
  Math.abs((one ?? Infinity) - place) < Math.abs((other ?? Infinity) - place)

/** The frames of `from..to` that are not taken. */
export function freeWithin(from: number, to: number, taken: ReadonlySet<number>): number[] {
  const free: number[] = []
  for (let frame = from; frame <= to; frame++) if (!taken.has(frame)) free.push(frame)
  return free
}
