import type { Expansion, Factor } from './expand-plan.ts'
import { setLimit } from './plan.ts'

/** What to make fewer of, and to how many, so that one submission can hold the rest. */
export type TakeAway = { factor: Factor; keep: number; total: number }

/** Every single change that brings a plan under the limit; none when it takes more than one. */
export function takeAways({ factors, total }: Pick<Expansion, 'factors' | 'total'>): TakeAway[] {
  if (total <= setLimit) return []
  return factors.flatMap((factor) => {
    const others = factors
      .filter((other) => other !== factor)
      .reduce((product, { count }) => product * count, 1)
    const keep = Math.floor(setLimit / others)
    return keep < 1 ? [] : [{ factor, keep, total: keep * others }]
  })
}

const count = new Intl.NumberFormat('en-GB')

const wordsOf = ({ factor, keep, total }: TakeAway) => {
  const first =
    factor.kind === 'times'
      ? `run ${keep === 1 ? 'once' : `${keep} times`}`
      : `keep ${keep} of the ${count.format(factor.count)} ${factor.name}`
  return `${first} (${total})`
}

/** Why a plan is too large for one submission, and what would make it fit. */
export function overWords(expansion: Pick<Expansion, 'factors' | 'total'>): string {
  const { total } = expansion
  const size = total > 1_000_000 ? 'Over a million' : count.format(total)
  const ways = takeAways(expansion).map(wordsOf)
  const advice = ways.length ? ways.join(', or ') : 'take away from more than one of them'
  return `${size} ${total > 1_000_000 ? 'are' : 'is'} more than the ${setLimit} of one submission: ${advice}.`
}
