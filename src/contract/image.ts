import * as z from 'zod/mini'
import { mediaRef } from './media-ref.ts'
import { evenNearest, ratioOf, type Size } from './size.ts'

export const imageModels = ['uni-1', 'uni-1-max'] as const

export const imageRatios = [
  '3:1',
  '2:1',
  '16:9',
  '3:2',
  '1:1',
  '2:3',
  '9:16',
  '1:2',
  '1:3',
] as const
export type ImageRatio = (typeof imageRatios)[number]

export const imageStyles = ['auto', 'manga'] as const
export const imageFormats = ['png', 'jpeg'] as const
export const mangaRatios: readonly string[] = ['2:3', '9:16', '1:2', '1:3']

/** References a picture may have; the source of an edit takes one of the nine places. */
export const imageRefLimit = { image: 9, image_edit: 8 } as const

const shared = {
  model: z.optional(z.enum(imageModels)),
  prompt: z.string(),
  style: z.optional(z.enum(imageStyles)),
  output_format: z.optional(z.enum(imageFormats)),
  web_search: z.optional(z.boolean()),
  image_ref: z.optional(z.array(mediaRef)),
  user_id: z.optional(z.string()),
}

/** A picture from words and up to nine references. Without `aspect_ratio` the model picks. */
export const imageRequest = z.strictObject({
  type: z.literal('image'),
  ...shared,
  aspect_ratio: z.optional(z.enum(imageRatios)),
})
export type ImageRequest = z.infer<typeof imageRequest>

/** A change to a picture; size and ratio follow the source. */
export const imageEditRequest = z.strictObject({
  type: z.literal('image_edit'),
  ...shared,
  source: mediaRef,
})

const longSidePx = 2048

/** Pixels of the local engine's pictures: 2048 on the long side, both sides even. */
export function imageSize(ratio: ImageRatio): Size {
  const aspect = ratioOf(ratio)
  return aspect >= 1
    ? { width: longSidePx, height: evenNearest(longSidePx / aspect) }
    : { width: evenNearest(longSidePx * aspect), height: longSidePx }
}
