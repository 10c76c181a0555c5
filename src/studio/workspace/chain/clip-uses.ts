import { ratioOf, type Size } from '#contract/size.ts'
import { videoDefaults, videoRatios, videoResolutions } from '#contract/video.ts'
import { freshDraft } from '../../features/compose/fresh-draft.ts'
import type { Use } from './picture-uses.ts'
import { toKind } from './to-kind.ts'

const nearestRatio = ({ width, height }: Size) => {
  const off = (ratio: string) => Math.abs(Math.log(width / height / ratioOf(ratio)))
  return videoRatios.reduce((best, ratio) => (off(ratio) < off(best) ? ratio : best))
}

const resolutionOf = ({ width, height }: Size) =>
  videoResolutions.find((each) => each === `${Math.min(width, height)}p`) ??
  videoDefaults.resolution

/** One block of 5 s in SDR that goes on from a clip, or leads into it. */
const asExtension =
  (field: 'start_frame' | 'end_frame', size: Size): Use['wishFor'] =>
  (clip) =>
  (current) => {
    const { prompt, user_id } = toKind('video', current)
    return {
      ...freshDraft.video,
      prompt,
      ...(user_id !== undefined && { user_id }),
      aspect_ratio: nearestRatio(size),
      video: { resolution: resolutionOf(size), duration: '5s', [field]: clip },
    }
  }

const asSource =
  (type: 'video_edit' | 'video_reframe'): Use['wishFor'] =>
  (source) =>
  (current) => ({ ...toKind(type, current), source })

/** Everything a whole clip of this size can be taken for. */
export const clipUses = (size: Size): readonly Use[] => [
  {
    name: 'extendForward',
    label: 'Extend forward',
    at: 'video.start_frame',
    wishFor: asExtension('start_frame', size),
  },
  {
    name: 'extendBackward',
    label: 'Extend backward',
    at: 'video.end_frame',
    wishFor: asExtension('end_frame', size),
  },
  { name: 'edit', label: 'Edit video', at: 'source', wishFor: asSource('video_edit') },
  { name: 'reframe', label: 'Reframe', at: 'source', wishFor: asSource('video_reframe') },
]
