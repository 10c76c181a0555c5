import * as z from 'zod/mini'
import { generationTypes } from './draft.ts'
import { facetNames } from './find.ts'
import { setPlace, states, worlds } from './generation.ts'
import { reviews } from './marks.ts'

/** Neighbours on the wall that were submitted on one day of the server. */
const section = z.object({ day: z.iso.date(), count: z.int() })

const wallHead = z.object({
  /** Grows with every change of what the wall may show. */
  version: z.int(),
  total: z.int(),
  /** In the order of the wall; empty where it does not follow time. */
  sections: z.array(section),
  /** What fits the words best comes first. */
  ranked: z.boolean(),
})

/** Everything that a find shows, in order: which, and in which shape. Nothing else is known yet. */
export type WallList = z.infer<typeof wallHead> & {
  seqs: Uint32Array
  /** Width over height, in thousandths. */
  aspects: Uint16Array
}

/** `GET /api/wall?…`: bytes of the head's JSON (u32 LE), the JSON padded to 4, seqs, aspects. */
export function encodeWall({ seqs, aspects, ...head }: WallList): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify(head))
  const headBytes = Math.ceil(json.length / 4) * 4
  const bytes = new Uint8Array(4 + headBytes + seqs.byteLength + aspects.byteLength)
  bytes.fill(0x20, 4, 4 + headBytes)
  new DataView(bytes.buffer).setUint32(0, headBytes, true)
  bytes.set(json, 4)
  bytes.set(new Uint8Array(seqs.buffer, seqs.byteOffset, seqs.byteLength), 4 + headBytes)
  const at = 4 + headBytes + seqs.byteLength
  bytes.set(new Uint8Array(aspects.buffer, aspects.byteOffset, aspects.byteLength), at)
  return bytes
}

/** Views into the same memory, nothing is copied. @throws Error when the bytes are not a wall. */
export function decodeWall(buffer: ArrayBuffer): WallList {
  const headBytes = new DataView(buffer).getUint32(0, true)
  const json = new TextDecoder().decode(new Uint8Array(buffer, 4, headBytes))
  const head = wallHead.parse(JSON.parse(json))
  const seqs = new Uint32Array(buffer, 4 + headBytes, head.total)
  const aspects = new Uint16Array(buffer, 4 + headBytes + seqs.byteLength, head.total)
  return { ...head, seqs, aspects }
}

/** The shape of a tile in thousandths, as `aspects` has it. */
export const aspectCode = (aspect: number) =>
  Math.max(1, Math.min(65_535, Math.round(aspect * 1000)))

/** What stands for a generation on the wall: `/media/{sha256}/thumb` or `…/poster`. */
const still = z.object({
  sha256: z.string(),
  medium: z.enum(['image', 'video']),
  thumbhash: z.nullable(z.string()),
  width: z.int(),
  height: z.int(),
  /** Of a clip. */
  frames: z.optional(z.int()),
  fps: z.optional(z.number()),
  duration_s: z.optional(z.number()),
})

/** One place on the wall: as little as it needs to be drawn. */
export const tile = z.object({
  seq: z.int(),
  id: z.uuid(),
  state: z.enum(states),
  world: z.enum(worlds),
  type: z.enum(generationTypes),
  /** The beginning of the prompt. */
  words: z.string(),
  still: z.nullable(still),
  outputs: z.int(),
  set: z.nullable(setPlace),
  failure_code: z.nullable(z.string()),
  favourite: z.boolean(),
  stars: z.int(),
  review: z.nullable(z.enum(reviews)),
  children: z.int(),
  trashed: z.boolean(),
})
export type Tile = z.infer<typeof tile>

/** How many tiles can be asked for at once. */
export const tilesLimit = 200

/** `GET /api/tiles?seqs=3,2,1`, in the order asked for; those that are not there are left out. */
export const tiles = z.object({ data: z.array(tile) })

/** One value of a facet and how many it would show beside the other facets as they are chosen. */
const facetCount = z.object({ value: z.string(), label: z.string(), count: z.int() })
export type FacetCount = z.infer<typeof facetCount>

/**
 * `GET /api/facets?…`. `total` is how many tiles the wall shows; values count generations, also
 * those that stand in a stack. Values with nothing behind them are left out unless they are chosen.
 */
export const facetCounts = z.object({
  total: z.int(),
  facets: z.record(z.enum(facetNames), z.array(facetCount)),
})
export type FacetCounts = z.infer<typeof facetCounts>

/** Data of the event `wall` on `/api/events`: lists, facets and boards are to be read again. */
export const wallChanged = z.object({ version: z.int() })
