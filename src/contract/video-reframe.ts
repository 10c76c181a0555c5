import * as z from 'zod/mini'
import { mediaRef } from './media-ref.ts'
import type { Size } from './size.ts'
import { videoModels, videoRatios, videoResolutions } from './video.ts'

/** The source's rectangle as fractions of the output canvas; it may lie off the canvas. */
export const sourcePosition = z.strictObject({
  x_norm: z.number(),
  y_norm: z.number(),
  w_norm: z.number(),
  h_norm: z.number(),
})
export type SourcePosition = z.infer<typeof sourcePosition>

/** A clip of up to 30 s on a canvas of another shape; its frames are kept, the rest is filled. */
export const videoReframeRequest = z.strictObject({
  type: z.literal('video_reframe'),
  model: z.optional(z.enum(videoModels)),
  prompt: z.string(),
  aspect_ratio: z.enum(videoRatios),
  source: mediaRef,
  user_id: z.optional(z.string()),
  video: z.optional(
    z.strictObject({
      resolution: z.optional(z.enum(videoResolutions)),
      source_position: z.optional(sourcePosition),
    }),
  ),
})

export const reframeSourceLimitS = 30

/** Edges lie within this many sides of the canvas to either hand, sides are no longer than it. */
export const positionReach = 2

/** Pixels on the canvas, not necessarily whole. */
export type Rectangle = { x: number; y: number } & Size

export function toRectangle(position: SourcePosition, canvas: Size): Rectangle {
  return {
    x: position.x_norm * canvas.width,
    y: position.y_norm * canvas.height,
    width: position.w_norm * canvas.width,
    height: position.h_norm * canvas.height,
  }
}

export function toSourcePosition(rectangle: Rectangle, canvas: Size): SourcePosition {
  return {
    x_norm: rectangle.x / canvas.width,
    y_norm: rectangle.y / canvas.height,
    w_norm: rectangle.width / canvas.width,
    h_norm: rectangle.height / canvas.height,
  }
}

/** Where the whole source stands when the model chooses: centred, as large as fits. */
export function centredFit(source: Size, canvas: Size): SourcePosition {
  const scale = Math.min(canvas.width / source.width, canvas.height / source.height)
  const width = source.width * scale
  const height = source.height * scale
  const x = (canvas.width - width) / 2
  const y = (canvas.height - height) / 2
  return toSourcePosition({ x, y, width, height }, canvas)
}
