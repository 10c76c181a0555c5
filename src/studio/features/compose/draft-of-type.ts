import type { Draft, GenerationType } from '#contract/draft.ts'
import { check, refuses } from '#contract/rules.ts'
import { freshDraft } from './fresh-draft.ts'
import { valueAt, withValue } from './setting.ts'

const carried = [
  'user_id',
  'aspect_ratio',
  'model',
  'style',
  'output_format',
  'web_search',
  'image_ref',
  'video.resolution',
  'video.hdr',
  'video.exr_export',
]

const faults = (draft: Draft) => check(draft).filter(refuses).length

/** Everything of `from` that may also stand in `into`, taken over field by field. */
function carry(from: Draft, into: Draft, paths: readonly string[]): Draft {
  return paths.reduce((draft, path) => {
    const value = valueAt(from, path)
    if (value === undefined) return draft
    const next = withValue(draft, path, value)
    return faults(next) > faults(draft) ? draft : next
  }, into)
}

const sourceKind = (type: GenerationType) =>
  type === 'image_edit' ? 'image' : type.startsWith('video_') ? 'video' : null

/** The draft of another kind: its own settings as they were left, else what fits; the words of now. */
export function draftOfType(
  type: GenerationType,
  current: Draft,
  others: Readonly<Record<string, Draft>>,
): Draft {
  const { prompt } = current
  const left = others[type]
  if (left) return carry(current, { ...left, prompt }, ['user_id'])
  const sharesSource = sourceKind(type) !== null && sourceKind(type) === sourceKind(current.type)
  const paths = sharesSource ? [...carried, 'source'] : carried
  return carry(current, { ...freshDraft[type], prompt }, paths)
}
