import type { Draft } from '#contract/draft.ts'
import { imageRefLimit } from '#contract/image.ts'
import { type Keyframe, squeezed } from '#contract/keyframe.ts'
import type { FactsOf } from '#contract/media-ref.ts'
import { modelsByType } from '#contract/request.ts'
import type { Violation } from '#contract/rule.ts'
import { check, refuses } from '#contract/rules.ts'
import { lastIndex, videoDefaults } from '#contract/video.ts'
import { framesToKeyframes, guideToKeyframe } from './frames-and-keyframes.ts'
import { valueAt, withValue } from './setting.ts'

/** A way out of a breach, as a button: what it does in words, and the draft after it. */
export type Mend = { label: string; draft: Draft }

type Way = [label: string, apply: (draft: Draft) => Draft]

const set =
  (path: string, value: unknown) =>
  (draft: Draft): Draft =>
    withValue(draft, path, value)

const lastOf = (draft: Draft) => lastIndex(draft.video?.duration ?? videoDefaults.duration)

const noLoop: Way = ['Turn the loop off', set('video.loop', undefined)]
const noHdr: Way = [
  'Turn HDR off',
  (draft) => set('video.hdr', undefined)(set('video.exr_export', undefined)(draft)),
]
const fiveS: Way = ['Choose 5 s', set('video.duration', '5s')]
const intoKeyframes: Way = ['Turn into keyframes', framesToKeyframes]

function keyframeWays(path: 'video.keyframes' | 'video.edit.keyframes', last: number): Way[] {
  const listOf = (draft: Draft) => (valueAt(draft, path) ?? []) as Keyframe[]
  return [
    [
      'Squeeze into the clip',
      (draft) => {
        const furthest = Math.max(...listOf(draft).map(({ frame }) => frame))
        const from = Math.max(furthest, path === 'video.keyframes' ? lastIndex('10s') : last)
        return set(path, squeezed(listOf(draft), from, last))(draft)
      },
    ],
    [
      'Remove those beyond the end',
      (draft) => {
        const kept = listOf(draft).filter(({ frame }) => frame <= last)
        return set(path, kept.length ? kept : undefined)(draft)
      },
    ],
    ['Remove all keyframes', set(path, undefined)],
  ]
}

const ways: Record<string, (draft: Draft, factsOf: FactsOf, violation: Violation) => Way[]> = {
  manga_ratio: () => [
    ['Let the model pick the ratio', set('aspect_ratio', undefined)],
    ['Make it 2:3', set('aspect_ratio', '2:3')],
    ['Style Auto', set('style', 'auto')],
  ],
  model_for_type: ({ type }) => [
    [`Use ${modelsByType[type][0]}`, set('model', modelsByType[type][0])],
  ],
  aspect_ratio_for_type: () => [['Make it 16:9', set('aspect_ratio', '16:9')]],
  image_ref_limit: () => [
    [
      `Keep the first ${imageRefLimit.image}`,
      (draft) => set('image_ref', draft.image_ref?.slice(0, imageRefLimit.image))(draft),
    ],
  ],
  image_edit_ref_limit: () => [
    [
      `Keep the first ${imageRefLimit.image_edit}`,
      (draft) => set('image_ref', draft.image_ref?.slice(0, imageRefLimit.image_edit))(draft),
    ],
  ],
  anchor_with_10s: () => [intoKeyframes, fiveS],
  anchor_with_keyframes: () => [
    intoKeyframes,
    ['Remove the keyframes', set('video.keyframes', undefined)],
    [
      'Remove the frames',
      (draft) => set('video.start_frame', undefined)(set('video.end_frame', undefined)(draft)),
    ],
  ],
  keyframes_on_grid: (draft) => keyframeWays('video.keyframes', lastOf(draft)),
  edit_keyframes_on_grid: (draft, factsOf) =>
    keyframeWays(
      'video.edit.keyframes',
      Math.max(0, ((draft.source && factsOf(draft.source)?.frames) || 1) - 1),
    ),
  loop_with_10s: () => [fiveS, noLoop],
  loop_with_hdr: () => [noLoop, noHdr],
  loop_with_end_frame: () => [noLoop, ['Remove the end frame', set('video.end_frame', undefined)]],
  loop_with_keyframes: () => [noLoop, ['Remove the keyframes', set('video.keyframes', undefined)]],
  hdr_resolution: () => [['Choose 720p', set('video.resolution', '720p')], noHdr],
  hdr_duration: () => [fiveS, noHdr],
  exr_needs_hdr: () => [
    ['Turn HDR on', set('video.hdr', true)],
    ['Leave EXR out', set('video.exr_export', undefined)],
  ],
  extension_alone: () => [
    ['Remove the start frame', set('video.start_frame', undefined)],
    ['Remove the end frame', set('video.end_frame', undefined)],
  ],
  extension_sdr: () => [noHdr],
  auto_or_manual: () => [
    ['By hand', set('video.edit.auto_controls', undefined)],
    [
      'Automatic',
      (draft) =>
        set('video.edit.strength', undefined)(set('video.edit.controls', undefined)(draft)),
    ],
  ],
  edit_start_with_keyframes: () => [
    ['Make it the first keyframe', guideToKeyframe],
    ['Remove the guide frame', set('video.start_frame', undefined)],
    ['Remove the keyframes', set('video.edit.keyframes', undefined)],
  ],
  field_for_type: (_draft, _factsOf, { path }) => [['Take it out', set(path, undefined)]],
  media_unknown: (_draft, _factsOf, { path }) => [['Remove it', set(placeOf(path), undefined)]],
  media_medium: (_draft, _factsOf, { path }) => [['Remove it', set(placeOf(path), undefined)]],
}

/** A keyframe without its picture is none: the pair goes. */
const placeOf = (path: string) => path.replace(/\.image$/, '')

const hardCodes = (draft: Draft, factsOf: FactsOf) =>
  check(draft, factsOf)
    .filter(refuses)
    .map(({ code }) => code)

/** The ways out of a breach that lead into no other one. */
export function mendsOf(violation: Violation, draft: Draft, factsOf: FactsOf): Mend[] {
  const before = hardCodes(draft, factsOf)
  return (ways[violation.code]?.(draft, factsOf, violation) ?? [])
    .map(([label, apply]) => ({ label, draft: apply(draft) }))
    .filter(({ draft: after }) => {
      const left = hardCodes(after, factsOf)
      return left.length < before.length && left.every((code) => before.includes(code))
    })
}
