import * as z from 'zod/mini'

/**
 * A picture or clip named in a request: bytes uploaded to this server, a generation of ours,
 * a public address, or (only ever on the wire to an upstream) base64 bytes.
 */
export const mediaRef = z.union([
  z.strictObject({ upload_id: z.uuid() }),
  z.strictObject({ generation_id: z.uuid() }),
  z.strictObject({ url: z.url(), media_type: z.optional(z.string()) }),
  z.strictObject({ data: z.string(), media_type: z.string() }),
])
export type MediaRef = z.infer<typeof mediaRef>

/** What is known of the media behind a reference; absent fields are not known yet. */
export type MediaFacts = {
  medium: 'image' | 'video'
  bytes?: number
  /** Pixels, after rotation. */
  width?: number
  height?: number
  frames?: number
  fps?: number
  duration_s?: number
  /** FFmpeg's name: `h264`, `hevc`. */
  codec?: string
  /** Its light goes beyond diffuse white: PQ or scene-linear. */
  hdr?: boolean
}

/** `undefined`: nothing known yet, so no rule about it speaks. `null`: there is no such media. */
export type FactsOf = (ref: MediaRef) => MediaFacts | null | undefined

export const nothingKnown: FactsOf = () => undefined
