import type { Draft } from './draft.ts'
import type { Keyframe } from './keyframe.ts'
import type { MediaRef } from './media-ref.ts'

const given = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))

/** A draft with every reference replaced by another; its places are those of `refsOf`. */
export function withRefs(draft: Draft, replace: (ref: MediaRef) => MediaRef): Draft {
  const one = (ref: MediaRef | undefined) => ref && replace(ref)
  const anchors = (keyframes: readonly Keyframe[] | undefined) =>
    keyframes?.map(({ frame, image }) => ({ frame, image: replace(image) }))
  const { source, image_ref, video } = draft
  return {
    ...draft,
    ...given({ source: one(source), image_ref: image_ref?.map(replace) }),
    ...(video && {
      video: {
        ...video,
        ...given({
          start_frame: one(video.start_frame),
          end_frame: one(video.end_frame),
          keyframes: anchors(video.keyframes),
          ...(video.edit && {
            edit: { ...video.edit, ...given({ keyframes: anchors(video.edit.keyframes) }) },
          }),
        }),
      },
    }),
  }
}
