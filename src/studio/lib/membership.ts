export type Membership = 'all' | 'some' | 'none'

/** Whether all of the chosen are among those on something, or some, or none. */
export function membership(among: Iterable<number>, chosen: ReadonlySet<number>): Membership {
  let found = 0
  for (const seq of among) if (chosen.has(seq)) found += 1
  if (found === 0) return 'none'
  return found === chosen.size ? 'all' : 'some'
}
