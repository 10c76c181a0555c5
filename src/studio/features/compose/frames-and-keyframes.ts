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

/** The guide frame of an edit as its first keyframe. */
export function guideToKeyframe(draft: Draft): Draft {
  const { start_frame, ...video } = draft.video ?? {}
  const { keyframes = [], ...edit } = video.edit ?? {}
  const isTaken = keyframes.some(({ frame }) => frame === 0)
  const first = start_frame && !isTaken ? [{ frame: 0, image: start_frame }] : []
  return { ...draft, video: { ...video, edit: { ...edit, keyframes: [...first, ...keyframes] } } }
}

/** The way back; `null` where more than the one on frame 0 is there. */
export function keyframeToGuide(draft: Draft): Draft | null {
  const { keyframes = [], ...edit } = draft.video?.edit ?? {}
  const [only, ...others] = keyframes
  if (!only || only.frame !== 0 || others.length > 0) return null
  const { edit: _edit, ...video } = draft.video ?? {}
  const rest = Object.keys(edit).length > 0 && { edit }
  return { ...draft, video: { ...video, start_frame: only.image, ...rest } }
}
