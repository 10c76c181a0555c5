import type { MediaRef } from '#contract/media-ref.ts'
import type { Upload } from '#contract/upload.ts'
import type { MediaPlace } from './check-file.ts'
import type { MediaLook } from './media-look.ts'

/** A picture or clip that is here and wants to go to a place. */
export type ArrivedMedia = {
  ref: MediaRef
  medium: 'image' | 'video'
  sha256: string
  frames?: number | undefined
  fps?: number | undefined
  durationS?: number | undefined
}

/** `frame`: one of its frames can stand there. `trim`: a part of it. */
export type WhereTo = 'put' | 'frame' | 'trim' | 'refuse'

const lengthOf = ({ durationS, frames, fps }: ArrivedMedia) =>
  durationS ?? (frames !== undefined && fps ? frames / fps : 0)

/** What becomes of media at a place. Only what was made here can be extended, so an upload cannot. */
export function whereTo(media: ArrivedMedia, { holds, mayHoldClip, limitS }: MediaPlace): WhereTo {
  if (media.medium === 'image') return holds === 'image' ? 'put' : 'refuse'
  if (holds === 'image') return mayHoldClip && 'generation_id' in media.ref ? 'put' : 'frame'
  return limitS !== undefined && lengthOf(media) > limitS ? 'trim' : 'put'
}

export const arrivedUpload = (upload: Upload): ArrivedMedia => ({
  ref: { upload_id: upload.id },
  medium: upload.medium,
  sha256: upload.sha256,
  frames: upload.frames,
  fps: upload.fps,
  durationS: upload.duration_s,
})

/** What stands in a place already; `null` while nothing is known of it. */
export function arrivedLook({ ref, facts, sha256 }: MediaLook): ArrivedMedia | null {
  if (!facts || sha256 === null) return null
  const { medium, frames, fps, duration_s } = facts
  return { ref, medium, sha256, frames, fps, durationS: duration_s }
}
