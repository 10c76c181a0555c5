import type { Draft } from '#contract/draft.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import { lastIndex, videoDefaults } from '#contract/video.ts'
import { framesToKeyframes } from '../../features/compose/frames-and-keyframes.ts'
import { withValue } from '../../features/compose/setting.ts'
import type { ShortcutName } from '../../lib/shortcuts.ts'
import { toKind } from './to-kind.ts'
import type { Wish } from './wish.ts'

/** What a picture or a clip can be taken for. */
export type Use = {
  name: ShortcutName
  label: string
  /** The field of the draft in which it will stand. */
  at: string
  wishFor: (media: MediaRef) => Wish
}

const lastOf = ({ video }: Draft) => lastIndex(video?.duration ?? videoDefaults.duration)

const asFrame =
  (field: 'start_frame' | 'end_frame') =>
  (image: MediaRef): Wish =>
  (current) => {
    const draft = toKind('video', current)
    const { keyframes, duration } = draft.video ?? {}
    if (!keyframes && duration !== '10s') return withValue(draft, `video.${field}`, image)
    const frame = field === 'start_frame' ? 0 : lastOf(draft)
    const others = keyframes?.filter((each) => each.frame !== frame) ?? []
    return withValue(draft, 'video.keyframes', [...others, { frame, image }])
  }

const asReference =
  (image: MediaRef): Wish =>
  (current) => {
    const draft = current.type === 'image_edit' ? current : toKind('image', current)
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
    const draft = framesToKeyframes(toKind('video', current))
    const keyframes = draft.video?.keyframes ?? []
    const taken = keyframes.map(({ frame }) => frame)
    const next = { frame: freePlace(taken, lastOf(draft)), image }
    return withValue(draft, 'video.keyframes', [...keyframes, next])
  }

/** Everything a picture can be taken for, be it a result, an upload, or one frame of a clip. */
export const pictureUses: readonly Use[] = [
  {
    name: 'edit',
    label: 'Edit image',
    at: 'source',
    wishFor: (source) => (current) => ({ ...toKind('image_edit', current), source }),
  },
  { name: 'useAsReference', label: 'Use as reference', at: 'image_ref', wishFor: asReference },
  {
    name: 'useAsStart',
    label: 'Use as start frame',
    at: 'video',
    wishFor: asFrame('start_frame'),
  },
  {
    name: 'useAsEnd',
    label: 'Use as end frame',
    at: 'video',
    wishFor: asFrame('end_frame'),
  },
  {
    name: 'addToTimeline',
    label: 'Add to the timeline',
    at: 'video.keyframes',
    wishFor: asKeyframe,
  },
]
