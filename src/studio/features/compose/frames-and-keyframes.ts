import type { Draft } from '#contract/draft.ts'
import type { Keyframe } from '#contract/keyframe.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { lastIndex, videoDefaults } from '#contract/video.ts'

/** The start and end frame as the first and the last keyframe, among those that are there. */
export function framesToKeyframes(draft: Draft): Draft {
  const { start_frame, end_frame, keyframes = [], ...video } = draft.video ?? {}
  const last = lastIndex(draft.video?.duration ?? videoDefaults.duration)
  const taken = new Set(keyframes.map(({ frame }) => frame))
  const at = (frame: number, image: MediaRef | undefined): Keyframe[] =>
    image && !taken.has(frame) ? [{ frame, image }] : []
  const all = [...at(0, start_frame), ...keyframes, ...at(last, end_frame)]
  return { ...draft, video: { ...video, ...(all.length > 0 && { keyframes: all }) } }
}

/** The way back; `null` where more stands on the timeline than two frames can say. */
export function keyframesToFrames(draft: Draft, last: number): Draft | null {
  const { keyframes = [], ...video } = draft.video ?? {}
  const isAtAnEnd = ({ frame }: Keyframe) => frame === 0 || frame === last
  if (!keyframes.every(isAtAnEnd) || video.duration === '10s') return null
  const start = keyframes.find(({ frame }) => frame === 0)
  const end = keyframes.find(({ frame }) => frame === last)
  return {
    ...draft,
    video: {
      ...video,
      ...(start && { start_frame: start.image }),
      ...(end && { end_frame: end.image }),
    },
  }
}
