import { lexicon, type Branch, type Effect } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A known phrase found in the prompt. */
export type Hit = {
  effects: readonly Effect[]
  start: number
  length: number
  negated: boolean
  /** Set once one of its effects reached the spec; what stays false was not understood. */
  used: boolean
}

type Match = { effects: readonly Effect[]; length: number }

function longest(
  tokens: readonly Token[],
  start: number,
  branch: Branch,
  depth: number,
): Match | null {
  let best: Match | null = branch.effects ? { effects: branch.effects, length: depth } : null
  const token = tokens[start + depth]
  if (!token || (depth > 0 && token.clause !== tokens[start]!.clause)) return best
  for (const form of token.forms) {
    const next = branch.next.get(form)
    const match = next ? longest(tokens, start, next, depth + 1) : null
    if (match && (!best || match.length > best.length)) best = match
  }
  return best
}

/** Known phrases from left to right, the longest at each place, none overlapping. */
export function findHits(tokens: readonly Token[], known: Branch = lexicon): Hit[] {
  const hits: Hit[] = []
  for (let at = 0; at < tokens.length;) {
    const match = longest(tokens, at, known, 0)
    if (!match) {
      at++
      continue
    }
    hits.push({ ...match, start: at, negated: tokens[at]!.negated, used: false })
    at += match.length
  }
  return hits
}

/** What the prompt asks of one facet, in order; effects of negated phrases are left out. */
export function asked(hits: readonly Hit[], facet: string): (Effect & { hit: Hit })[] {
  return hits.flatMap((hit) =>
    hit.negated ? [] : hit.effects.filter((e) => e.facet === facet).map((e) => ({ ...e, hit })),
  )
}

/** What the prompt asks not to have of one facet; it is obeyed, so it counts as understood. */
export function refused(hits: readonly Hit[], facet: string): string[] {
  return hits.flatMap((hit) => {
    const values = hit.negated ? hit.effects.filter((e) => e.facet === facet) : []
    if (values.length > 0) hit.used = true
    return values.map((e) => e.value)
  })
}

/** The first value asked for; every phrase that agrees with it counts as understood. */
export function claim(hits: readonly Hit[], facet: string): string | null {
  const all = asked(hits, facet)
  const first = all[0]
  if (!first) return null
  for (const { value, hit } of all) if (value === first.value) hit.used = true
  return first.value
}
