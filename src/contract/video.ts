import * as z from 'zod/mini'
import { keyframe } from './keyframe.ts'
import { mediaRef } from './media-ref.ts'
import { evenNearest, ratioOf, type Size } from './size.ts'

export const videoModels = ['ray-3.2'] as const

export const videoRatios = ['9:16', '3:4', '1:1', '4:3', '16:9', '21:9'] as const
export type VideoRatio = (typeof videoRatios)[number]

export const videoResolutions = ['360p', '540p', '720p', '1080p'] as const
export type VideoResolution = (typeof videoResolutions)[number]

export const videoDurations = ['5s', '10s'] as const
export type VideoDuration = (typeof videoDurations)[number]

export const videoDefaults = {
  aspect_ratio: '16:9',
  resolution: '720p',
  duration: '5s',
} as const

export const videoSettings = z.strictObject({
  resolution: z.optional(z.enum(videoResolutions)),
  duration: z.optional(z.enum(videoDurations)),
  start_frame: z.optional(mediaRef),
  end_frame: z.optional(mediaRef),
  keyframes: z.optional(z.array(keyframe)),
  loop: z.optional(z.boolean()),
  hdr: z.optional(z.boolean()),
  exr_export: z.optional(z.boolean()),
})

/** A clip from words, from anchors (start and end frame, or keyframes), or extending a clip. */
export const videoRequest = z.strictObject({
  type: z.literal('video'),
  model: z.optional(z.enum(videoModels)),
  prompt: z.string(),
  aspect_ratio: z.optional(z.enum(videoRatios)),
  user_id: z.optional(z.string()),
  video: z.optional(videoSettings),
})
export type VideoRequest = z.infer<typeof videoRequest>

/** Frames per second of everything the upstream makes from scratch. */
export const fps = 24

export const durationS = (duration: VideoDuration) => (duration === '5s' ? 5 : 10)

/** Frames in the file: 120 or 240. */
export const frameCount = (duration: VideoDuration) => durationS(duration) * fps

/** The last index an anchor may have: 120 or 240, the closing edge of the grid. */
export const lastIndex = (duration: VideoDuration) => frameCount(duration)

/** The frame of the file on which an index of the grid shows: the closing edge shows on the last. */
export const shownFrame = (index: number, frames: number) => Math.min(index, frames - 1)

/** Pixels of a clip: the resolution is the short side, both sides are even. */
export function videoSize(ratio: VideoRatio, resolution: VideoResolution): Size {
  const short = Number.parseInt(resolution, 10)
  const aspect = ratioOf(ratio)
  return aspect >= 1
    ? { width: evenNearest(short * aspect), height: short }
    : { width: short, height: evenNearest(short / aspect) }
}
