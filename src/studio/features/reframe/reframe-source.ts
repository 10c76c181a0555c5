import type { VideoRatio } from '#contract/video.ts'
import type { SourcePosition } from '#contract/video-reframe.ts'

/** The clip that is placed on the canvas. */
export type ReframeSource = {
  sha256: string
  width: number
  height: number
  frames: number
  fps: number
  /** Where its bytes play from. */
  address: string
}

/** A shape to reframe to; without a position the model chooses. */
export type ReframeTarget = {
  aspect_ratio: VideoRatio
  source_position?: SourcePosition | undefined
}
