import { generationTypes } from '#contract/draft.ts'
import { facetNames } from '#contract/find.ts'
import type { CatalogueRow } from '../store/catalogue-rows.ts'
import { createDayReader } from './day-reader.ts'
import {
  createFacetColumns,
  type FacetColumns,
  growFacetColumns,
  textsOf,
} from './facet-columns.ts'

/** Whether a seq is there at all, and where. */
export const shownAs = { nowhere: 0, onWall: 1, inTrash: 2 } as const

/** Columns by seq; those of seqs that are erased or were never given stand empty. */
export type Columns = {
  /** The greatest seq. */
  last: number
  shown: Uint8Array
  aspect: Uint16Array
  /** Counted from one; 0 is no set. */
  setPosition: Uint8Array
  stars: Uint8Array
  /** Ten-thousandths of a dollar and one; 0 is not known. */
  price: Uint32Array
  /** Milliseconds; 0 for pictures. */
  duration: Uint32Array
  /** The place of its type in the contract's order. */
  typeOrder: Uint8Array
  facets: FacetColumns
  put(row: CatalogueRow): void
}

const firstSize = 1024

/** Type, model and seconds asked for, as `kindOf` wrote them. */
function readKind(kind: string) {
  const [type = '', model = ''] = kind.split(' ')
  const asked = /(\d+)s$/.exec(kind)?.[1]
  const order = generationTypes.findIndex((each) => each === type)
  return { type, model, order: Math.max(0, order), askedS: asked === undefined ? 0 : Number(asked) }
}

export function createColumns(): Columns {
  const dayOf = createDayReader()
  const kinds = new Map<string, ReturnType<typeof readKind>>()
  const tagByLetters = new Map<string, string>()
  let size = firstSize

  const kindOf = (kind: string) => {
    const known = kinds.get(kind) ?? readKind(kind)
    kinds.set(kind, known)
    return known
  }

  const columns: Columns = {
    last: 0,
    shown: new Uint8Array(size),
    aspect: new Uint16Array(size),
    setPosition: new Uint8Array(size),
    stars: new Uint8Array(size),
    price: new Uint32Array(size),
    duration: new Uint32Array(size),
    typeOrder: new Uint8Array(size),
    facets: createFacetColumns(size),

    put(row) {
      const { seq } = row
      if (seq >= size) grow(seq)
      columns.last = Math.max(columns.last, seq)
      const { nowhere, onWall, inTrash } = shownAs
      columns.shown[seq] = row.isErased ? nowhere : row.isTrashed ? inTrash : onWall
      columns.aspect[seq] = row.aspect
      columns.setPosition[seq] = row.setPosition ?? 0
      columns.stars[seq] = row.stars
      columns.price[seq] = row.usd === null ? 0 : Math.round(row.usd * 10_000) + 1
      const kind = kindOf(row.kind)
      columns.duration[seq] = Math.round((row.seconds ?? kind.askedS) * 1000)
      columns.typeOrder[seq] = kind.order
      const tags = row.tags.length ? row.tags.map(oneSpelling).toSorted() : row.tags
      const texts = textsOf({ ...row, tags }, { ...kind, day: dayOf(row.createdAt) })
      for (const name of facetNames) {
        const { codes, dictionary } = columns.facets[name]
        codes[seq] = dictionary.codeOf(texts[name])
      }
    },
  }
  return columns

  function oneSpelling(tag: string): string {
    const letters = tag.toLowerCase()
    const known = tagByLetters.get(letters)
    if (known !== undefined) return known
    tagByLetters.set(letters, tag)
    return tag
  }

  function grow(seq: number) {
    while (size <= seq) size *= 2
    columns.shown = grown(columns.shown, new Uint8Array(size))
    columns.aspect = grown(columns.aspect, new Uint16Array(size))
    columns.setPosition = grown(columns.setPosition, new Uint8Array(size))
    columns.stars = grown(columns.stars, new Uint8Array(size))
    columns.price = grown(columns.price, new Uint32Array(size))
    columns.duration = grown(columns.duration, new Uint32Array(size))
    columns.typeOrder = grown(columns.typeOrder, new Uint8Array(size))
    growFacetColumns(columns.facets, size)
  }
}

function grown<T extends Uint8Array | Uint16Array | Uint32Array>(from: T, to: T): T {
  to.set(from)
  return to
}
