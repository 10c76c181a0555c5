import * as z from 'zod/mini'

const stored = {
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  media_type: z.string(),
  bytes: z.int(),
}
const pixels = { width: z.int(), height: z.int(), thumbhash: z.nullable(z.string()) }

/** One archived output: its bytes stand at `/media/{sha256}`, a WebP still of it at `…/thumb`. */
export const mediaItem = z.discriminatedUnion('medium', [
  z.object({ medium: z.literal('image'), ...stored, ...pixels }),
  z.object({
    medium: z.literal('video'),
    ...stored,
    ...pixels,
    frames: z.int(),
    fps: z.number(),
    duration_s: z.number(),
  }),
  z.object({ medium: z.literal('file'), ...stored }),
])
export type MediaItem = z.infer<typeof mediaItem>

/** Where the bytes of an output are: `/media/…` paths of this server. */
export const mediaPath = (item: MediaItem) => `/media/${item.sha256}`

/** The small still that stands for an output on the wall; `null` where nothing can be drawn. */
export function stillPath(item: MediaItem): string | null {
  if (item.medium === 'file') return null
  return `/media/${item.sha256}/${item.medium === 'video' ? 'poster' : 'thumb'}`
}
