import type { FamilyMember } from '#contract/family.ts'
import { formatUsd } from '../../lib/format-usd.ts'
import type { FamilyTree } from './family-tree.ts'

/** Everybody that came of one, itself first, over all lines. */
export function branchOf({ edges }: Pick<FamilyTree, 'edges'>, seq: number): Set<number> {
  return reach(seq, (from) => edges.flatMap(({ parent, child }) => (parent === from ? child : [])))
}

/** Everybody that one came from, itself first, over all lines. */
export function wayTo({ edges }: Pick<FamilyTree, 'edges'>, seq: number): Set<number> {
  return reach(seq, (from) => edges.flatMap(({ parent, child }) => (child === from ? parent : [])))
}

function reach(seq: number, next: (from: number) => number[]): Set<number> {
  const found = new Set([seq])
  for (const from of found) for (const to of next(from)) found.add(to)
  return found
}

/** Neither what failed nor what has not been sent is billed. */
const isBilled = ({ state }: FamilyMember) => state !== 'failed' && state !== 'held'

/** What several cost together: what went to Luma, and what was free here. */
export function sumWords(members: readonly FamilyMember[]): string {
  const priced = members.filter(isBilled)
  const sum = (world: FamilyMember['world']) => {
    const of = priced.filter((member) => member.world === world)
    const usd = of.reduce((total, { price }) => total + (price?.usd ?? 0), 0)
    const isGuess = of.some(({ price }) => !price || price.estimate)
    return { count: of.length, words: `${isGuess ? '~' : ''}${formatUsd(usd)}` }
  }
  const luma = sum('luma')
  const local = sum('local')
  if (!local.count) return luma.words
  const free = `free here, ${local.words} on Luma`
  return luma.count ? `${luma.words}; ${local.count} ${free}` : `${free}`
}
