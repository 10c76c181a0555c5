import * as z from 'zod/mini'

const frameNumber = z.int().check(z.minimum(0), z.maximum(9_999_999))

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
  /** Told once, to who sent the file: where it was made has been taken out of it. */
  location_removed: z.optional(z.boolean()),
})
export type Upload = z.infer<typeof upload>

/** One frame of a clip that is here, to become an upload of its own; 0 is the first. */
export const frameChoice = z.strictObject({
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  frame: frameNumber,
})

/** The part of an uploaded clip that is to become an upload of its own. */
export const clipPart = z.strictObject({
  from_frame: frameNumber,
  frames: z.int().check(z.minimum(1), z.maximum(9_999_999)),
})

/** Bytes: what the upstream takes, and so what this server takes. */
export const uploadLimits = { image: 50 * 1024 * 1024, video: 200 * 1024 * 1024 } as const
