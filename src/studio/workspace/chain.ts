import type { Draft } from '#contract/draft.ts'
import type { Generation } from '#contract/generation.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { ratioOf, type Size } from '#contract/size.ts'
import { editSourceLimitS } from '#contract/video-edit.ts'
import { reframeSourceLimitS } from '#contract/video-reframe.ts'
import { lastIndex, videoDefaults, videoRatios, videoResolutions } from '#contract/video.ts'
import { freshDraft } from '../features/compose/fresh-draft.ts'
import { framesToKeyframes } from '../features/compose/frames-and-keyframes.ts'
import { toFinal } from '../features/compose/plan/draft-tier.ts'
import { withValue } from '../features/compose/setting.ts'
import { switchKind } from '../features/compose/switch-kind.ts'
import type { ShortcutName } from '../lib/shortcuts.ts'
import { draftToReuse } from './reuse.ts'

/** What becomes of the draft at hand. */
export type Wish = (current: Draft) => Draft

/** A way on from a picture or a clip. */
export type Link = {
  name: ShortcutName
  label: string
  note?: string
  unavailable?: string
  wish: Wish
}

const nearestRatio = ({ width, height }: Size) => {
  const off = (ratio: string) => Math.abs(Math.log(width / height / ratioOf(ratio)))
  return videoRatios.reduce((best, ratio) => (off(ratio) < off(best) ? ratio : best))
}

const resolutionOf = ({ width, height }: Size) =>
  videoResolutions.find((each) => each === `${Math.min(width, height)}p`) ??
  videoDefaults.resolution

const asSource =
  (type: 'image_edit' | 'video_edit' | 'video_reframe', source: MediaRef): Wish =>
  (current) => ({ ...switchKind(type, current), source })

const asFrame =
  (field: 'start_frame' | 'end_frame', image: MediaRef): Wish =>
  (current) =>
    withValue(switchKind('video', current), `video.${field}`, image)

const asReference =
  (image: MediaRef): Wish =>
  (current) => {
    const draft = current.type === 'image_edit' ? current : switchKind('image', current)
    return { ...draft, image_ref: [...(draft.image_ref ?? []), image] }
  }

/** At the first free place: the start, the end, or else the middle of the widest gap. */
function freePlace(taken: readonly number[], last: number): number {
  if (!taken.includes(0)) return 0
  if (!taken.includes(last)) return last
  const order = taken.toSorted((a, b) => a - b)
  const gaps = order
    .slice(1)
    .map((frame, index) => [frame - (order[index] ?? 0), order[index] ?? 0])
  const [width = 0, from = 0] = gaps.reduce((a, b) => ((b[0] ?? 0) > (a[0] ?? 0) ? b : a))
  return from + Math.floor(width / 2)
}

const asKeyframe =
  (image: MediaRef): Wish =>
  (current) => {
    const draft = framesToKeyframes(switchKind('video', current))
    const keyframes = draft.video?.keyframes ?? []
    const last = lastIndex(draft.video?.duration ?? videoDefaults.duration)
    const frame = freePlace(
      keyframes.map((each) => each.frame),
      last,
    )
    return withValue(draft, 'video.keyframes', [...keyframes, { frame, image }])
  }

/** One block of 5 s in SDR that goes on from a clip, or leads into it. */
const asExtension =
  (field: 'start_frame' | 'end_frame', clip: MediaRef, size: Size): Wish =>
  (current) => {
    const { prompt, user_id } = switchKind('video', current)
    return {
      ...freshDraft.video,
      prompt,
      ...(user_id !== undefined && { user_id }),
      aspect_ratio: nearestRatio(size),
      video: { resolution: resolutionOf(size), duration: '5s', [field]: clip },
    }
  }

/** Every way on from a picture, be it a generation, or one frame of a clip. */
export const picturesWays = (image: MediaRef): Link[] => [
  { name: 'edit', label: 'Edit image', wish: asSource('image_edit', image) },
  { name: 'useAsReference', label: 'Use as reference', wish: asReference(image) },
  { name: 'useAsStart', label: 'Use as start frame', wish: asFrame('start_frame', image) },
  { name: 'useAsEnd', label: 'Use as end frame', wish: asFrame('end_frame', image) },
  { name: 'addToTimeline', label: 'Add to the timeline', wish: asKeyframe(image) },
]

/** What one frame of a clip can be taken for. */
export const frameWays = picturesWays({ upload_id: '' }).map(({ name, label }) => ({ name, label }))

const tooLong = (seconds: number, limit: number, what: string) =>
  seconds > limit
    ? { unavailable: `${what} takes up to ${limit} s: trim it in the source slot.` }
    : {}

type Clip = Size & { duration_s: number }

const clipsWays = (clip: MediaRef, { duration_s, ...size }: Clip): Link[] => [
  {
    name: 'extendForward',
    label: 'Extend forward',
    wish: asExtension('start_frame', clip, size),
  },
  {
    name: 'extendBackward',
    label: 'Extend backward',
    wish: asExtension('end_frame', clip, size),
  },
  {
    name: 'edit',
    label: 'Edit video',
    wish: asSource('video_edit', clip),
    ...tooLong(duration_s, editSourceLimitS, 'An edit'),
  },
  {
    name: 'reframe',
    label: 'Reframe',
    wish: asSource('video_reframe', clip),
    ...tooLong(duration_s, reframeSourceLimitS, 'A reframe'),
  },
]

/** From a draft at 360p to the same request at full size. */
function finalWay(record: Generation): Link[] {
  const draft = draftToReuse(record)
  if (draft.video?.resolution !== '360p') return []
  const final = toFinal(draft, videoDefaults.resolution)
  if (!final) return []
  return [
    {
      name: 'makeFinal',
      label: 'Make it final',
      note: final.changes.join('. '),
      wish: () => final.draft,
    },
  ]
}

/** The ways on from a generation, each only where the API allows it or with the reason why not. */
export function waysFrom(record: Generation): Link[] {
  const { id, state, outputs } = record
  const output = outputs.find(({ medium }) => medium !== 'file')
  if (state !== 'completed' || !output || output.medium === 'file') return []
  const ref = { generation_id: id }
  if (output.medium === 'image') return picturesWays(ref)
  return [...finalWay(record), ...clipsWays(ref, output)]
}
