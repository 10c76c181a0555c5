import type { Understood } from '#contract/generation.ts'
import type { ClipSink } from './clip-sink.ts'

/** For `openClipSink`: the HDR part of a request of type `video` or `video_edit`. */
export const hdrAsked = (video?: {
  hdr?: boolean | undefined
  exr_export?: boolean | undefined
}) => (video?.hdr ? { exr: video.exr_export === true } : undefined)

/** What was understood, and what the files of the clip say of themselves. */
export const toldWith = ({ facts, not_understood }: Understood, sink: ClipSink): Understood => ({
  facts: [...facts, ...sink.facts()],
  not_understood,
})
