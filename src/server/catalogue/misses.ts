import { type FacetName, facetNames, type Find } from '#contract/find.ts'
import { type Bits, hasBit, seqsOf } from './bits.ts'
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

type Test = { index: number; fits: (seq: number) => boolean }

/** By the order of `facetNames`: what somebody chose. */
function testsOf(columns: Columns, { facets, smart }: Asked): Test[] {
  return facetNames.flatMap((name, index) => {
    const values = facets[name]
    if (!values?.length) return []
    const column = columns.facets[name]
    const allowed = allowedCodes(name, column, values)
    const others = name === 'board' ? values.flatMap((id) => smart.get(id) ?? []) : []
    const { codes } = column
    const isAllowed = (seq: number) => allowed[codes[seq] as number] === 1
    if (!others.length) return [{ index, fits: isAllowed }]
    const fits = (seq: number) => isAllowed(seq) || others.some((board) => board[seq])
    return [{ index, fits }]
  })
}

const placeTest =
  ({ shown: places }: Columns, { shown }: Asked) =>
  (seq: number) =>
    shown === null ? places[seq] !== shownAs.nowhere : places[seq] === shown

export function missesOf(columns: Columns, asked: Asked): Misses {
  const size = columns.last + 1
  const misses = new Uint8Array(size)
  const missing = new Uint8Array(size)
  const isHere = placeTest(columns, asked)
  const { bits } = asked
  for (let seq = 0; seq < size; seq++) {
    if ((bits && !hasBit(bits, seq)) || !isHere(seq)) misses[seq] = 2
  }
  for (const { index, fits } of testsOf(columns, asked)) {
    for (let seq = 0; seq < size; seq++) {
      if (misses[seq] === 2 || fits(seq)) continue
      misses[seq] = (misses[seq] as number) + 1
      missing[seq] = index
    }
  }
  return { misses, missing }
}

/** Those that miss nothing, newest first; takes as long as there are hits, not as there are rows. */
export function fittingOf(columns: Columns, asked: Asked): Uint32Array {
  const isHere = placeTest(columns, asked)
  let found = asked.bits ? seqsOf(asked.bits, isHere) : allSeqs(columns.last, isHere)
  for (const { fits } of testsOf(columns, asked)) found = keepOnly(found, fits)
  return found
}

function allSeqs(last: number, isHere: (seq: number) => boolean): Uint32Array {
  const found = new Uint32Array(last + 1)
  let count = 0
  for (let seq = last; seq >= 0; seq--) if (isHere(seq)) found[count++] = seq
  return found.subarray(0, count)
}

/** Within the memory that they have. */
function keepOnly(seqs: Uint32Array, fits: (seq: number) => boolean): Uint32Array {
  let count = 0
  for (let at = 0; at < seqs.length; at++) {
    const seq = seqs[at] as number
    if (fits(seq)) seqs[count++] = seq
  }
  return seqs.subarray(0, count)
}
