import { models, generationTypes } from '#contract/draft.ts'
import type { FacetName } from '#contract/find.ts'
import { states } from '#contract/generation.ts'
import type { FacetCount } from '#contract/wall.ts'
import { valueWords } from './facet-words.ts'

export type FacetRow = { value: string; words: string; count: number; isChosen: boolean }

const orders: Partial<Record<FacetName, readonly string[]>> = {
  type: generationTypes,
  model: models,
  state: states,
  stars: ['5', '4', '3', '2', '1', '0'],
  review: ['pick', 'review', 'reject', 'none'],
  favourite: ['yes', 'no'],
  children: ['yes', 'no'],
  hdr: ['yes', 'no'],
  world: ['local', 'luma'],
}

const byWords = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

function comparer(name: FacetName) {
  const order = orders[name]
  return (a: FacetRow, b: FacetRow) => {
    if (name === 'day') return a.value < b.value ? 1 : -1
    if (order) return order.indexOf(a.value) - order.indexOf(b.value)
    return byWords.compare(a.words, b.words)
  }
}

/**
 * The values of a facet with how many each would show. All that the `whole` has keep their places,
 * so that nothing jumps while a person chooses; what has nothing behind it now says 0.
 */
export function facetRows(
  name: FacetName,
  whole: readonly FacetCount[],
  now: readonly FacetCount[],
  chosen: readonly string[],
): FacetRow[] {
  const labels = new Map([...whole, ...now].map(({ value, label }) => [value, label]))
  const counts = new Map(now.map(({ value, count }) => [value, count]))
  const values = new Set([...labels.keys(), ...chosen])
  return [...values]
    .map((value) => ({
      value,
      words: valueWords(name, value, labels.get(value)),
      count: counts.get(value) ?? 0,
      isChosen: chosen.includes(value),
    }))
    .toSorted(comparer(name))
}

const monthFormat = new Intl.DateTimeFormat('en-GB', {
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})

/** Days under their months; everything else stays together under no title. */
export function groupRows(name: FacetName, rows: readonly FacetRow[]) {
  if (name !== 'day') return [{ title: '', rows: [...rows] }]
  const groups: { title: string; rows: FacetRow[] }[] = []
  for (const row of rows) {
    const title = monthFormat.format(new Date(`${row.value.slice(0, 7)}-01T00:00:00Z`))
    const last = groups.at(-1)
    if (last?.title === title) last.rows.push(row)
    else groups.push({ title, rows: [row] })
  }
  return groups
}
