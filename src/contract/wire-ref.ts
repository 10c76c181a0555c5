import * as z from 'zod/mini'
import type { MediaRef } from './media-ref.ts'

/** A media reference as the upstream takes it: exactly one of `url`, `data`, `generation_id`. */
export const wireRef = z.object({
  url: z.optional(z.string()),
  data: z.optional(z.string()),
  media_type: z.optional(z.string()),
  generation_id: z.optional(z.string()),
})
export type WireRef = z.infer<typeof wireRef>

export type ToWireRef = (ref: MediaRef) => WireRef

/** References that can be said on the wire as they are; an upload must be turned into `data`. */
export const sayable: ToWireRef = (ref) => {
  if ('upload_id' in ref) throw new TypeError('An upload has no name on the wire: send its bytes.')
  return ref
}

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/** The fault of a wire reference in the upstream's words, without its path; `null` if sound. */
export function wireRefFault(ref: WireRef): { status: 400 | 422; words: string } | null {
  const given = (['url', 'data', 'generation_id'] as const).filter((key) => ref[key] !== undefined)
  if (given.length === 0) {
    return { status: 400, words: "provide one of 'url', 'data' or 'generation_id'" }
  }
  if (given.length > 1) {
    return { status: 400, words: `provide either '${given[0]}' or '${given[1]}', not both` }
  }
  if (ref.data !== undefined && !ref.media_type) {
    return { status: 400, words: "'media_type' is required with 'data'" }
  }
  if (ref.data !== undefined && (!ref.data || !base64.test(ref.data))) {
    return { status: 422, words: 'invalid base64 data' }
  }
  if (ref.url !== undefined && !URL.canParse(ref.url)) return { status: 422, words: 'invalid url' }
  if (ref.generation_id !== undefined && !uuid.test(ref.generation_id)) {
    return { status: 422, words: 'generation_id must be a UUID' }
  }
  return null
}

/** A sound wire reference in our own shape. */
export function fromWireRef({ url, data, media_type, generation_id }: WireRef): MediaRef {
  if (generation_id !== undefined) return { generation_id }
  if (data !== undefined) return { data, media_type: media_type ?? '' }
  return { url: url ?? '', ...(media_type === undefined ? {} : { media_type }) }
}
