import type { Draft } from './draft.ts'
import { keyframeBreaches } from './keyframe-rules.ts'
import type { FactsOf } from './media-ref.ts'
import { type Rule, rule, ruleAt } from './rule.ts'
import { type EditControls, editSourceLimitS } from './video-edit.ts'

const ofEdit = (draft: Draft) => (draft.type === 'video_edit' ? draft.video?.edit : undefined)

const lastSourceFrame = (draft: Draft, factsOf: FactsOf) =>
  ((draft.source && factsOf(draft.source)?.frames) || Number.POSITIVE_INFINITY) - 1

const amounts = [
  ['depth', 'blur'],
  ['normals', 'augmentation'],
  ['trajectory', 'sparsity'],
] as const

function amountOf(controls: EditControls | undefined, signal: string, amount: string) {
  const control = controls?.[signal as keyof EditControls] as Record<string, unknown> | undefined
  return control?.[amount] as number | undefined
}

export const videoEditRules: Rule[] = [
  rule('auto_or_manual', (draft) => {
    const edit = ofEdit(draft)
    if (edit?.auto_controls !== true) return []
    return (['strength', 'controls'] as const)
      .filter((field) => edit[field] !== undefined)
      .map((field) => ({
        path: `video.edit.${field}`,
        reason: 'With automatic controls the model decides: choose automatic or by hand, not both.',
      }))
  }),
  rule('control_amount', (draft) =>
    amounts.flatMap(([signal, amount]) => {
      const value = amountOf(ofEdit(draft)?.controls, signal, amount)
      return value === undefined || (value >= 0 && value <= 1)
        ? []
        : [{ path: `video.edit.controls.${signal}.${amount}`, reason: 'Choose from 0 to 1.' }]
    }),
  ),
  rule('edit_keyframes_on_grid', (draft, factsOf) => {
    const keyframes = ofEdit(draft)?.keyframes
    return keyframes
      ? keyframeBreaches(keyframes, 'video.edit.keyframes', lastSourceFrame(draft, factsOf))
      : []
  }),
  ruleAt(
    'edit_start_with_keyframes',
    'video.start_frame',
    'Use either one guide frame, or keyframes, not both.',
    (draft) => ofEdit(draft)?.keyframes !== undefined && draft.video?.start_frame !== undefined,
  ),
  ruleAt(
    'edit_source_length',
    'source',
    'The source of a video edit is 18 s or shorter: trim it.',
    (draft, factsOf) =>
      draft.type === 'video_edit' &&
      draft.source !== undefined &&
      (factsOf(draft.source)?.duration_s ?? 0) > editSourceLimitS,
  ),
]
