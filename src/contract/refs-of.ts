import type { Draft } from './draft.ts'
import type { Keyframe } from './keyframe.ts'
import type { MediaRef } from './media-ref.ts'

type Place = { path: string; ref: MediaRef; holds: 'image' | 'video' }

const one = (path: string, ref: MediaRef | undefined, holds: Place['holds'] = 'image') =>
  ref ? [{ path, ref, holds }] : []

/** Every reference of a draft with its path and what may stand there. */
export function refsOf(draft: Draft): Place[] {
  const { source, image_ref = [], video } = draft
  const sourceHolds = draft.type.startsWith('video') ? 'video' : 'image'
  const anchors = (path: string, keyframes: readonly Keyframe[] = []) =>
    keyframes.flatMap(({ image }, index) => one(`${path}[${index}].image`, image))
  return [
    ...one('source', source, sourceHolds),
    ...image_ref.flatMap((ref, index) => one(`image_ref[${index}]`, ref)),
    ...one('video.start_frame', video?.start_frame),
    ...one('video.end_frame', video?.end_frame),
    ...anchors('video.keyframes', video?.keyframes),
    ...anchors('video.edit.keyframes', video?.edit?.keyframes),
  ]
}
