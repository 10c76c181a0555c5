import * as z from 'zod/mini'
import { keyframe } from './keyframe.ts'
import { mediaRef } from './media-ref.ts'
import { videoModels, videoResolutions } from './video.ts'

/** From keeping the source to reinventing it. */
export const editStrengths = [
  'adhere_1',
  'adhere_2',
  'adhere_3',
  'flex_1',
  'flex_2',
  'flex_3',
  'reimagine_1',
  'reimagine_2',
  'reimagine_3',
] as const

const enabled = z.optional(z.boolean())
const fraction = z.optional(z.number())

/** Per-signal conditioning. A control left out is the model's choice, which is not `false`. */
const editControls = z.strictObject({
  depth: z.optional(z.strictObject({ enabled, blur: fraction })),
  normals: z.optional(z.strictObject({ enabled, augmentation: fraction })),
  pose: z.optional(
    z.strictObject({ enabled, strength: z.optional(z.enum(['precise', 'coarse'])) }),
  ),
  face: z.optional(z.strictObject({ enabled })),
  trajectory: z.optional(z.strictObject({ enabled, sparsity: fraction })),
})
export type EditControls = z.infer<typeof editControls>

/** How a video edit is steered; `keyframes` stand on the source's own frames. */
export const editOptions = z.strictObject({
  auto_controls: z.optional(z.boolean()),
  strength: z.optional(z.enum(editStrengths)),
  controls: z.optional(editControls),
  keyframes: z.optional(z.array(keyframe)),
})
export type EditOptions = z.infer<typeof editOptions>

/** A change to a clip of up to 18 s; size, ratio and length follow the source. */
export const videoEditRequest = z.strictObject({
  type: z.literal('video_edit'),
  model: z.optional(z.enum(videoModels)),
  prompt: z.string(),
  source: mediaRef,
  user_id: z.optional(z.string()),
  video: z.optional(
    z.strictObject({
      resolution: z.optional(z.enum(videoResolutions)),
      start_frame: z.optional(mediaRef),
      hdr: z.optional(z.boolean()),
      exr_export: z.optional(z.boolean()),
      edit: z.optional(editOptions),
    }),
  ),
})

export const editSourceLimitS = 18
