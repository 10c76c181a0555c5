import { fps, frameCount, videoDefaults, videoSize } from '#contract/video.ts'
import type { VideoRequest } from '#contract/video.ts'

/** Pixels, frames and rate of the clip that a request of type `video` asks for. */
export function clipOf({ aspect_ratio, video = {} }: VideoRequest) {
  const { resolution = videoDefaults.resolution, duration = videoDefaults.duration } = video
  const ratio = aspect_ratio ?? videoDefaults.aspect_ratio
  const size = videoSize(ratio, resolution)
  return { size, ratio, frames: frameCount(duration), rate: { num: fps, den: 1 } }
}
