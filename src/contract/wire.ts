import * as z from 'zod/mini'
import type { Draft } from './draft.ts'
import type { Keyframe } from './keyframe.ts'
import type { GenerationRequest } from './request.ts'
import { sayable, type ToWireRef, wireRef } from './wire-ref.ts'

export const anchors = {
  keyframes: z.optional(z.nullable(z.array(wireRef))),
  keyframe_indexes: z.optional(z.nullable(z.array(z.number()))),
}
const maybe = z.optional(z.nullable(z.unknown()))

/** The upstream's request JSON. Fields whose kind the draft checks pass through here unread. */
export const wireRequest = z.object({
  type: maybe,
  model: maybe,
  prompt: maybe,
  aspect_ratio: maybe,
  style: maybe,
  output_format: maybe,
  web_search: maybe,
  user_id: maybe,
  image_ref: z.optional(z.nullable(z.array(wireRef))),
  source: z.optional(z.nullable(wireRef)),
  video: z.optional(
    z.nullable(
      z.object({
        resolution: maybe,
        duration: maybe,
        start_frame: z.optional(z.nullable(wireRef)),
        end_frame: z.optional(z.nullable(wireRef)),
        ...anchors,
        loop: maybe,
        hdr: maybe,
        exr_export: maybe,
        source_position: maybe,
        edit: z.optional(
          z.nullable(
            z.object({ auto_controls: maybe, strength: maybe, controls: maybe, ...anchors }),
          ),
        ),
      }),
    ),
  ),
})
export type WireRequest = Record<string, unknown>

function encodeAnchors(keyframes: readonly Keyframe[] | undefined, toWireRef: ToWireRef) {
  if (!keyframes) return {}
  return {
    keyframes: keyframes.map(({ image }) => toWireRef(image)),
    keyframe_indexes: keyframes.map(({ frame }) => frame),
  }
}

/** A request as the upstream's JSON. Never fails for references that `toWireRef` can say. */
export function encodeRequest(request: GenerationRequest, toWireRef = sayable): WireRequest {
  const { image_ref, source, video, ...plain } = request as Draft
  const { start_frame, end_frame, keyframes, edit, ...settings } = video ?? {}
  const { keyframes: guides, ...steering } = edit ?? {}
  return {
    ...plain,
    ...(image_ref && { image_ref: image_ref.map((ref) => toWireRef(ref)) }),
    ...(source && { source: toWireRef(source) }),
    ...(video && {
      video: {
        ...settings,
        ...(start_frame && { start_frame: toWireRef(start_frame) }),
        ...(end_frame && { end_frame: toWireRef(end_frame) }),
        ...encodeAnchors(keyframes, toWireRef),
        ...(edit && { edit: { ...steering, ...encodeAnchors(guides, toWireRef) } }),
      },
    }),
  }
}
