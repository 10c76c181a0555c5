import { type FacetName, facetNames } from '#contract/find.ts'
import type { CatalogueRow } from '../store/catalogue-rows.ts'
import { createDictionary, type Dictionary } from './dictionary.ts'

export type Codes = Uint8Array | Uint16Array | Uint32Array

/** What each generation has of one facet: `codes` by seq, and which values a code stands for. */
export type FacetColumn = {
  codes: Codes
  dictionary: Dictionary
  /** A code stands for all tags (or boards) of a generation together. */
  isMany: boolean
}
export type FacetColumns = Record<FacetName, FacetColumn>

const wide: readonly FacetName[] = ['tag', 'board', 'set']
const middle: readonly FacetName[] = ['failure', 'day']
const many: readonly FacetName[] = ['tag', 'board']
const separator = '\u001f'

const codesFor = (name: FacetName, size: number): Codes =>
  wide.includes(name)
    ? new Uint32Array(size)
    : middle.includes(name)
      ? new Uint16Array(size)
      : new Uint8Array(size)

export function createFacetColumns(size: number): FacetColumns {
  const columns = facetNames.map((name): [FacetName, FacetColumn] => [
    name,
    { codes: codesFor(name, size), dictionary: createDictionary(), isMany: many.includes(name) },
  ])
  return Object.fromEntries(columns) as FacetColumns
}

export function growFacetColumns(columns: FacetColumns, size: number) {
  for (const name of facetNames) {
    const grown = codesFor(name, size)
    grown.set(columns[name].codes)
    columns[name].codes = grown
  }
}

/** The values that a code stands for. */
export function valuesOf({ dictionary, isMany }: FacetColumn, code: number): readonly string[] {
  if (code === 0) return []
  const text = dictionary.textOf(code)
  return isMany ? text.split(separator) : [text]
}

const yesNo = (value: boolean | number) => (value ? 'yes' : 'no')

/** Every facet of a row as the text that its code stands for. */
export const textsOf = (
  row: CatalogueRow,
  { type, model, day }: { type: string; model: string; day: string },
): Record<FacetName, string> => ({
  type,
  model,
  ratio: row.ratio ?? '',
  resolution: row.resolution ?? '',
  state: row.state,
  failure: row.failure ?? '',
  stars: String(row.stars),
  review: row.review ?? 'none',
  favourite: yesNo(row.favourite),
  tag: row.tags.join(separator),
  board: row.boards.join(separator),
  day,
  children: yesNo(row.hasChildren),
  hdr: yesNo(row.hdr),
  world: row.world,
  set: row.setId ?? '',
})
