import { type FacetName, facetNames, type Find } from '#contract/find.ts'
import type { Bits } from './bits.ts'
import { type Columns, shownAs } from './columns.ts'
import { type FacetColumn, valuesOf } from './facet-columns.ts'

/** By seq: how much of a find it misses (2 is hopeless), and which facet when it is one alone. */
export type Misses = { misses: Uint8Array; missing: Uint8Array }

/** What fits a smart board, by its id and by seq. */
export type SmartBoards = ReadonlyMap<string, Uint8Array>

type Asked = {
  facets: Find['facets']
  /** Words; `null` asks for none. */
  bits: Bits | null
  /** `null`: wherever it is shown. */
  shown: number | null
  smart: SmartBoards
}

const lower = (text: string) => text.toLowerCase()

/** Which codes of a facet have one of the values. */
function allowedCodes(name: FacetName, column: FacetColumn, values: readonly string[]): Uint8Array {
  const { dictionary, isMany } = column
  const allowed = new Uint8Array(dictionary.size())
  if (!isMany) {
    for (const value of values) {
      const code = dictionary.find(value)
      if (code) allowed[code] = 1
    }
    return allowed
  }
  const spelt = name === 'tag' ? lower : String
  const wanted = new Set(values.map(spelt))
  for (let code = 1; code < allowed.length; code++) {
    if (valuesOf(column, code).some((value) => wanted.has(spelt(value)))) allowed[code] = 1
  }
  return allowed
}

export function missesOf(columns: Columns, { facets, bits, shown, smart }: Asked): Misses {
  const size = columns.last + 1
  const misses = new Uint8Array(size)
  const missing = new Uint8Array(size)
  const { shown: places } = columns
  const isHere = (seq: number) =>
    shown === null ? places[seq] !== shownAs.nowhere : places[seq] === shown
  if (bits) {
    misses.fill(2)
    for (let word = 0; word < bits.length; word++) {
      const last = bits[word] === 0 ? 0 : Math.min((word + 1) * 32, size)
      for (let seq = word * 32; seq < last; seq++) {
        if (((bits[word] as number) >>> (seq & 31)) & 1 && isHere(seq)) misses[seq] = 0
      }
    }
  } else {
    for (let seq = 0; seq < size; seq++) if (!isHere(seq)) misses[seq] = 2
  }
  for (const [index, name] of facetNames.entries()) {
    const values = facets[name]
    if (!values?.length) continue
    const column = columns.facets[name]
    const allowed = allowedCodes(name, column, values)
    const others = name === 'board' ? values.flatMap((id) => smart.get(id) ?? []) : []
    const { codes } = column
    for (let seq = 0; seq < size; seq++) {
      if (misses[seq] === 2 || allowed[codes[seq] as number]) continue
      if (others.length && others.some((fits) => fits[seq])) continue
      misses[seq] = (misses[seq] as number) + 1
      missing[seq] = index
    }
  }
  return { misses, missing }
}
