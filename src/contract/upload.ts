import * as z from 'zod/mini'

/** What the server found in an uploaded file, by its bytes and not by its name. */
export const upload = z.object({
  id: z.uuid(),
  /** Its bytes stand at `/media/{sha256}`. */
  sha256: z.string(),
  medium: z.enum(['image', 'video']),
  media_type: z.string(),
  bytes: z.int(),
  width: z.int(),
  height: z.int(),
  frames: z.optional(z.int()),
  fps: z.optional(z.number()),
  duration_s: z.optional(z.number()),
})
export type Upload = z.infer<typeof upload>

/** Bytes: what the upstream takes, and so what this server takes. */
export const uploadLimits = { image: 50 * 1024 * 1024, video: 200 * 1024 * 1024 } as const
