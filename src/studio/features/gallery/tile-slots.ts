/**
 * Gives what comes into sight the elements of what went out of it. Something keeps its element
 * for as long as it is asked for.
 */
export function createTileSlots() {
  let taken = new Map<number, number>()
  let spare: number[] = []
  let count = 0
  return (keys: readonly number[]): number[] => {
    const wanted = new Set(keys)
    const free = spare
    for (const [key, slot] of taken) if (!wanted.has(key)) free.push(slot)
    const next = new Map<number, number>()
    let at = 0
    for (const key of keys) next.set(key, taken.get(key) ?? free[at++] ?? count++)
    taken = next
    spare = free.slice(at)
    return keys.map((key) => next.get(key) as number)
  }
}
