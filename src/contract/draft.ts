import * as z from 'zod/mini'
import { imageFormats, imageModels, imageStyles, imageRatios } from './image.ts'
import { keyframe } from './keyframe.ts'
import { mediaRef } from './media-ref.ts'
import { editOptions } from './video-edit.ts'
import { sourcePosition } from './video-reframe.ts'
import { videoDurations, videoModels, videoRatios, videoResolutions } from './video.ts'

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
  type: z.enum(generationTypes),
  model: z.optional(z.enum(models)),
  prompt: z.string(),
  aspect_ratio: z.optional(z.enum(aspectRatios)),
  style: z.optional(z.enum(imageStyles)),
  output_format: z.optional(z.enum(imageFormats)),
  web_search: z.optional(z.boolean()),
  image_ref: z.optional(z.array(mediaRef)),
  source: z.optional(mediaRef),
  user_id: z.optional(z.string()),
  video: z.optional(
    z.strictObject({
      resolution: z.optional(z.enum(videoResolutions)),
      duration: z.optional(z.enum(videoDurations)),
      start_frame: z.optional(mediaRef),
      end_frame: z.optional(mediaRef),
      keyframes: z.optional(z.array(keyframe)),
      loop: z.optional(z.boolean()),
      hdr: z.optional(z.boolean()),
      exr_export: z.optional(z.boolean()),
      edit: z.optional(editOptions),
      source_position: z.optional(sourcePosition),
    }),
  ),
})
export type Draft = z.infer<typeof draft>
