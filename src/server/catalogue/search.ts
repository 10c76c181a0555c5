import { setTimeout as sleep } from 'node:timers/promises'
import type { CatalogueRows } from '../store/catalogue-rows.ts'
import { type Bits, bitsFor, countBits } from './bits.ts'
import { commonBeginnings } from './common-beginnings.ts'
import { matchOf, readTerms, type Term } from './read-terms.ts'
import { createTermHits, type TermHits } from './term-hits.ts'

export type Search = ReturnType<typeof createSearch>

/** `ranked`: what fits best first, or `null` where there is too much to rank. */
export type Hits = { bits: Bits; rank: () => Promise<readonly number[] | null> }

/** What fits is put in order by BM25 up to so many. */
const mostRanked = 2000
/** BM25 walks through all that have a term; what stands in more prompts than this says too little. */
const mostWalked = 10_000
/** So many hits take their time to come out of the database. */
const long = 40_000
const sampled = 2000
const mostAhead = 400
/** So long after somebody searched nothing is searched ahead. */
const restMs = 300

function meet(terms: readonly (TermHits & Term)[], last: number): Bits {
  const bits = bitsFor(last)
  bits.fill(0xffffffff)
  for (const term of terms) {
    for (let at = 0; at < bits.length; at++) {
      const has = term.bits[at] ?? 0
      bits[at] = (bits[at] as number) & (term.isNot ? ~has : has)
    }
  }
  return bits
}

/** The rarest terms, as far as they can be walked through; never none. */
function tellingTerms(terms: readonly (TermHits & Term)[]) {
  let walked = 0
  return terms
    .filter(({ isNot }) => !isNot)
    .toSorted((a, b) => a.count - b.count)
    .filter(({ count }) => (walked += count) <= mostWalked)
}

/** Words in prompts. `null` when what was typed has no word in it. */
export function createSearch(rows: CatalogueRows, last: () => number) {
  const hitsOf = createTermHits(rows, last)
  let askedAt = -Infinity
  const restLeft = () => askedAt + restMs - performance.now()

  return {
    async find(q: string): Promise<Hits | null> {
      const terms = readTerms(q)
      if (!terms.length) return null
      const found: (TermHits & Term)[] = []
      for (const term of terms) {
        askedAt = performance.now()
        found.push({ ...term, ...(await hitsOf(matchOf(term))) })
      }
      const bits = meet(found, last())
      return {
        bits,
        async rank() {
          const telling = tellingTerms(found)
          if (!telling.length || countBits(meet(telling, last())) > mostRanked) return null
          return rows.ranked(telling.map(matchOf).join(' '))
        },
      }
    },

    /** Searches ahead for what stands in very many prompts, so that nobody waits for it later. */
    async warm(isOver: () => boolean) {
      if (last() < long) return
      const sample = await rows.newestPrompts(sampled)
      for (const match of commonBeginnings(sample, long / last()).slice(0, mostAhead)) {
        while (restLeft() > 0 && !isOver()) await sleep(restLeft())
        if (isOver()) return
        await hitsOf(match)
        await sleep(1)
      }
    },
  }
}
