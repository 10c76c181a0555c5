import * as z from 'zod/mini'
import { setSizes } from '#contract/set.ts'
import { sourcePosition } from '#contract/video-reframe.ts'
import { videoRatios } from '#contract/video.ts'

/** Generations that one submission may make. */
export const setLimit = setSizes.max

/** A setting that takes several values in one submission, one generation each. */
const axis = z.object({ path: z.string(), values: z.array(z.string()) })
export type Axis = z.infer<typeof axis>

/** A further shape that a source is reframed to, with its own rectangle (or the model's choice). */
const target = z.object({
  aspect_ratio: z.enum(videoRatios),
  source_position: z.optional(sourcePosition),
})
export type Target = z.infer<typeof target>

/** What one submission makes out of one draft, beside the alternatives in its prompt. */
export const plan = z.object({
  times: z.int(),
  axes: z.array(axis),
  targets: z.array(target),
})
export type Plan = z.infer<typeof plan>

export const single: Plan = { times: 1, axes: [], targets: [] }
