import { type FacetName, facetNames, type Find } from '#contract/find.ts'
import type { FacetCount, FacetCounts } from '#contract/wall.ts'
import type { Columns } from './columns.ts'
import { type Codes, valuesOf } from './facet-columns.ts'
import { stacked } from './list-found.ts'
import type { Misses, SmartBoards } from './misses.ts'

type Board = { id: string; name: string }
type Counted = {
  columns: Columns
  find: Find
  misses: Misses
  boards: readonly Board[]
  smart: SmartBoards
}

/** Tags and days may have many more values than anybody chooses from. */
const mostValues = 200

/** Seqs that fit, and by facet those that miss it alone. */
function sortOut({ misses, missing }: Misses) {
  const sizes = new Uint32Array(facetNames.length + 1)
  const listOf = (seq: number) => {
    const missed = misses[seq] as number
    return missed === 0 ? 0 : missed === 1 ? (missing[seq] as number) + 1 : -1
  }
  for (let seq = 0; seq < misses.length; seq++) {
    const list = listOf(seq)
    if (list >= 0) sizes[list]!++
  }
  const lists = Array.from(sizes, (size) => new Uint32Array(size))
  sizes.fill(0)
  for (let seq = 0; seq < misses.length; seq++) {
    const list = listOf(seq)
    if (list >= 0) (lists[list] as Uint32Array)[sizes[list]!++] = seq
  }
  return { fit: lists[0] as Uint32Array, near: lists.slice(1) }
}

// A loop over a part of a column is the same code for every width of its numbers.
function tally(codes: Codes, seqs: Uint32Array, byCode: Uint32Array) {
  for (let at = 0; at < seqs.length; at++) byCode[codes[seqs[at] as number] as number]!++
}

/** How many each value of each facet would show, the other facets as they are chosen. */
export function countFacets(counted: Counted): FacetCounts {
  const { columns, find, misses } = counted
  const { fit, near } = sortOut(misses)
  const facets = facetNames.map((name, index): [FacetName, FacetCount[]] => {
    const lists = [fit, near[index] as Uint32Array]
    const chosen = find.facets[name] ?? []
    const counts = name === 'set' && !chosen.length ? new Map() : countsOf(name, lists)
    if (name === 'board') return [name, boardCounts(counts, lists, counted)]
    const isChosen = new Set(chosen)
    if (name === 'tag') respell(counts, chosen)
    const shown = name === 'set' ? chosen : [...new Set([...counts.keys(), ...chosen])]
    const all = shown.map((value) => ({ value, label: value, count: counts.get(value) ?? 0 }))
    const order = name === 'day' || name === 'stars' ? byValue : byCount
    const most = all.toSorted(order)
    return [name, most.filter(({ value }, place) => place < mostValues || isChosen.has(value))]
  })
  const total = (find.isStacked ? stacked(fit, columns) : fit).length
  return { total, facets: Object.fromEntries(facets) as FacetCounts['facets'] }

  function countsOf(name: FacetName, lists: readonly Uint32Array[]): Map<string, number> {
    const column = columns.facets[name]
    const { codes } = column
    const byCode = new Uint32Array(column.dictionary.size())
    for (const seqs of lists) tally(codes, seqs, byCode)
    const counts = new Map<string, number>()
    for (let code = 1; code < byCode.length; code++) {
      const count = byCode[code] as number
      if (!count) continue
      for (const value of valuesOf(column, code)) {
        counts.set(value, (counts.get(value) ?? 0) + count)
      }
    }
    return counts
  }
}

/** Tags are told as they were asked for; they are the same in any case. */
function respell(counts: Map<string, number>, chosen: readonly string[]) {
  const asked = new Map(chosen.map((tag) => [tag.toLowerCase(), tag]))
  const others = [...counts.keys()].filter((tag) => asked.has(tag.toLowerCase()))
  for (const tag of others) {
    const count = counts.get(tag) ?? 0
    counts.delete(tag)
    counts.set(asked.get(tag.toLowerCase()) ?? tag, count)
  }
}

const byCount = (a: FacetCount, b: FacetCount) => b.count - a.count || (a.value < b.value ? -1 : 1)
const byValue = (a: FacetCount, b: FacetCount) => (a.value < b.value ? 1 : -1)

function boardCounts(
  counts: ReadonlyMap<string, number>,
  lists: readonly Uint32Array[],
  { boards, smart, find }: Counted,
): FacetCount[] {
  return boards
    .map(({ id, name }) => {
      const fits = smart.get(id)
      return {
        value: id,
        label: name,
        count: fits ? countFits(fits, lists) : (counts.get(id) ?? 0),
      }
    })
    .filter(({ value, count }) => count > 0 || find.facets.board?.includes(value))
    .toSorted(byCount)
}

function countFits(fits: Uint8Array, lists: readonly Uint32Array[]): number {
  let count = 0
  for (const seqs of lists) {
    for (let at = 0; at < seqs.length; at++) if (fits[seqs[at] as number] === 1) count += 1
  }
  return count
}
