import type { Draft } from '#contract/draft.ts'
import { videoDefaults, type VideoResolution } from '#contract/video.ts'
import { withValue } from '../setting.ts'

export type OtherTier = {
  draft: Draft
  /** What is another than before, in words. */
  changes: string[]
}

const lowest = '360p'

const makesClips = ({ type }: Draft) => type.startsWith('video')

const resolutionOf = ({ video }: Draft) => video?.resolution ?? videoDefaults.resolution

/** The same request for a first look: 360p without HDR. `null` where that would save nothing. */
export function toDraftTier(draft: Draft): OtherTier | null {
  if (!makesClips(draft) || resolutionOf(draft) === lowest) return null
  const plain = ['video.hdr', 'video.exr_export'].reduce(
    (next, path) => withValue(next, path, undefined),
    draft,
  )
  const changes = [lowest]
  if (draft.video?.hdr) changes.push('HDR off')
  if (draft.video?.exr_export) changes.push('no EXR frames')
  return { draft: withValue(plain, 'video.resolution', lowest), changes }
}

/** The request of a draft at full size. `null` for pictures: they have no such tier. */
export function toFinal(draft: Draft, resolution: VideoResolution): OtherTier | null {
  if (!makesClips(draft)) return null
  return {
    draft: withValue(draft, 'video.resolution', resolution),
    changes: [
      `${resolution} instead of ${resolutionOf(draft)}`,
      'There is no seed: the final will be another take.',
    ],
  }
}
