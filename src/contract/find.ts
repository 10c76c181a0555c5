import { states } from './generation.ts'
import { generationTypes, models } from './draft.ts'

/** By what the wall can be narrowed; each takes any of several values, all of them together. */
export const facetNames = [
  'type',
  'model',
  'ratio',
  'resolution',
  'state',
  'failure',
  'stars',
  'review',
  'favourite',
  'tag',
  'board',
  'day',
  'children',
  'hdr',
  'world',
  'set',
] as const
export type FacetName = (typeof facetNames)[number]

export const sorts = ['newest', 'oldest', 'stars', 'price', 'duration', 'type'] as const
export type Sort = (typeof sorts)[number]

/**
 * What the wall shows and in which order. Values of facets are texts: `type` and the like in the
 * contract's words, `stars` `0`..`5`, `board` and `set` ids, `day` `2026-11-22` by the server's
 * clock, `children`, `hdr`, `favourite` `yes` or `no`. With words in `q` and sort `newest`, what
 * fits best comes first.
 */
export type Find = {
  /** Words; each may begin one. `"in a row"` as they stand, `-not`. */
  q: string
  facets: Partial<Record<FacetName, readonly string[]>>
  sort: Sort
  /** The trash instead of the wall. */
  isTrash: boolean
  /** One place on the wall for each set. */
  isStacked: boolean
}

export const everything: Find = {
  q: '',
  facets: {},
  sort: 'newest',
  isTrash: false,
  isStacked: false,
}

const yesNo = ['yes', 'no']
const known: Partial<Record<FacetName, readonly string[]>> = {
  type: generationTypes,
  model: models,
  state: states,
  stars: ['0', '1', '2', '3', '4', '5'],
  review: ['pick', 'reject', 'review', 'none'],
  favourite: yesNo,
  children: yesNo,
  hdr: yesNo,
  world: ['local', 'luma'],
}
const mostValues = 50
const mostLetters = 300

const sane = (name: FacetName, value: string) =>
  value !== '' && value.length <= 100 && (known[name]?.includes(value) ?? true)

/** Reads a query; what makes no sense in it is as if it were not there. */
export function readFind(query: URLSearchParams): Find {
  const facets: Find['facets'] = {}
  for (const name of facetNames) {
    const values = [...new Set(query.getAll(name))].filter((value) => sane(name, value))
    if (values.length) facets[name] = values.slice(0, mostValues)
  }
  return {
    q: (query.get('q') ?? '').slice(0, mostLetters),
    facets,
    sort: sorts.find((sort) => sort === query.get('sort')) ?? 'newest',
    isTrash: query.get('trash') === '1',
    isStacked: query.get('stacks') === '1',
  }
}

/** Writes a find as a query in one order, so that the same find is the same text. */
export function writeFind({ q, facets, sort, isTrash, isStacked }: Find): URLSearchParams {
  const query = new URLSearchParams()
  if (q.trim()) query.set('q', q)
  for (const name of facetNames) {
    for (const value of facets[name] ?? []) query.append(name, value)
  }
  if (sort !== 'newest') query.set('sort', sort)
  if (isTrash) query.set('trash', '1')
  if (isStacked) query.set('stacks', '1')
  return query
}
