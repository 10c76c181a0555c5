import type { Find } from '#contract/find.ts'
import type { Columns } from './columns.ts'
import { inOrder } from './in-order.ts'

/** Of each set only the first of those that are there. */
export function stacked(seqs: Uint32Array, { facets, setPosition }: Columns): Uint32Array {
  const { codes, dictionary } = facets.set
  const tops = new Uint32Array(dictionary.size())
  for (let at = 0; at < seqs.length; at++) {
    const seq = seqs[at] as number
    const set = codes[seq] as number
    const top = tops[set] as number
    if (top === 0 || (setPosition[seq] as number) < (setPosition[top] as number)) tops[set] = seq
  }
  return seqs.filter((seq) => codes[seq] === 0 || tops[codes[seq] as number] === seq)
}

/** From newest first into another order; within it newest first. */
export function sorted(
  seqs: Uint32Array,
  sort: Find['sort'],
  { stars, price, duration, typeOrder }: Columns,
): Uint32Array {
  switch (sort) {
    case 'newest':
      return seqs
    case 'oldest':
      return seqs.toReversed()
    case 'stars':
      return inOrder(seqs, stars, 'most')
    case 'price':
      return inOrder(seqs, price, 'most')
    case 'duration':
      return inOrder(seqs, duration, 'most')
    case 'type':
      return inOrder(seqs, typeOrder, 'least')
  }
}

/** What fits best first; then the others as they are. */
export function bestFirst(seqs: Uint32Array, ranked: readonly number[]): Uint32Array {
  const left = new Set(seqs)
  const best = ranked.filter((seq) => left.delete(seq))
  return Uint32Array.from([...best, ...left])
}

/** Neighbours of one day. */
export function sectionsOf(seqs: Uint32Array, { codes, dictionary }: Columns['facets']['day']) {
  const sections: { day: string; count: number }[] = []
  let before = -1
  let begun = 0
  for (let at = 0; at <= seqs.length; at++) {
    const code = at < seqs.length ? (codes[seqs[at] as number] as number) : -1
    if (code === before) continue
    if (at > begun) sections.push({ day: dictionary.textOf(before), count: at - begun })
    before = code
    begun = at
  }
  return sections
}

export function aspectsOf(seqs: Uint32Array, { aspect }: Columns): Uint16Array {
  const aspects = new Uint16Array(seqs.length)
  for (let at = 0; at < seqs.length; at++) aspects[at] = aspect[seqs[at] as number] as number
  return aspects
}
