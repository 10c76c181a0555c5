import * as z from 'zod/mini'
import { mediaRef } from './media-ref.ts'

/** An anchor: the picture that stands at a frame of the grid. Pairs, so lists cannot differ. */
export const keyframe = z.strictObject({ frame: z.number(), image: mediaRef })
export type Keyframe = z.infer<typeof keyframe>

export const keyframeLimit = 64
