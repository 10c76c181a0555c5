import * as z from 'zod/mini'
import { imageModels, imageRatios, imageRequest } from './image.ts'
import { mediaRef } from './media-ref.ts'
import { editOptions } from './video-edit.ts'
import { sourcePosition } from './video-reframe.ts'
import { videoModels, videoRatios, videoSettings } from './video.ts'

export const generationTypes = [
  'image',
  'image_edit',
  'video',
  'video_edit',
  'video_reframe',
] as const
export type GenerationType = (typeof generationTypes)[number]

export const models = [...imageModels, ...videoModels] as const
export type Model = (typeof models)[number]

/** The union of what pictures and clips may be; which type takes which is a rule. */
const aspectRatios = [...new Set([...imageRatios, ...videoRatios])]

/**
 * A request still being written: every field of every type, each of the right kind, in any
 * combination. The rules (`rules.ts`) say what is wrong with it; without a breach it is a
 * `GenerationRequest`.
 */
export const draft = z.strictObject({
  ...imageRequest.shape,
  type: z.enum(generationTypes),
  model: z.optional(z.enum(models)),
  aspect_ratio: z.optional(z.enum(aspectRatios)),
  source: z.optional(mediaRef),
  video: z.optional(
    z.strictObject({
      ...videoSettings.shape,
      edit: z.optional(editOptions),
      source_position: z.optional(sourcePosition),
    }),
  ),
})
export type Draft = z.infer<typeof draft>
