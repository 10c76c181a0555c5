import type { Draft, GenerationType } from './draft.ts'
import { generationTypes } from './draft.ts'
import { imageRatios } from './image.ts'
import { modelsByType, requestByType } from './request.ts'
import { type Breach, type Rule, rule, ruleAt } from './rule.ts'
import { videoRatios } from './video.ts'

export const promptLimit = 6000
const userIdLimit = 256

type Shape = Record<string, unknown>

/** Keys that a type's schema has below `path` (`''`, `video`, `video.edit`). */
function fieldsOf(type: GenerationType, path: string): Shape | undefined {
  let shape: Shape | undefined = requestByType[type].shape
  for (const key of path ? path.split('.') : []) {
    const field = shape?.[key] as { def?: { innerType?: { shape?: Shape } } } | undefined
    shape = field?.def?.innerType?.shape
  }
  return shape
}

const typesWith = (path: string, key: string) =>
  generationTypes.filter((type) => fieldsOf(type, path)?.[key] !== undefined)

function misplacedIn(draft: Draft, path: string, value: object | undefined): Breach[] {
  const allowed = fieldsOf(draft.type, path)
  return Object.entries(value ?? {})
    .filter(([key, field]) => field !== undefined && !allowed?.[key])
    .map(([key]) => {
      const at = path ? `${path}.${key}` : key
      const types = typesWith(path, key)
      const near = types.filter((type) => modelsByType[type] === modelsByType[draft.type])
      const told = near.length ? near : types
      return {
        path: at,
        reason: `'${key}' belongs to ${types.join(', ')}, not to ${draft.type}.`,
        detail: `${at} is only valid for type ${told.map((type) => `'${type}'`).join(' or ')}`,
      }
    })
}

const ratiosByType: Record<GenerationType, readonly string[]> = {
  image: imageRatios,
  image_edit: [],
  video: videoRatios,
  video_edit: [],
  video_reframe: videoRatios,
}

/** The upstream's sentence; it lists the ratios sorted as text, when the type has any. */
export function invalidRatio(type: GenerationType | undefined, ratio: string): string {
  const valid = type ? ratiosByType[type] : []
  const list = valid.length ? `. Valid: ${valid.toSorted().join(', ')}` : ''
  return `Invalid aspect_ratio '${ratio}'${list}`
}

export const sharedRules: Rule[] = [
  ruleAt('prompt_missing', 'prompt', 'Write what you want to see.', (d) => !d.prompt.trim(), {
    status: 400,
    detail: `Prompt must be between 1 and ${promptLimit} characters`,
  }),
  ruleAt(
    'prompt_too_long',
    'prompt',
    'The prompt is longer than 6,000 characters.',
    (draft) => draft.prompt.length > promptLimit,
    { status: 400, detail: `Prompt must be between 1 and ${promptLimit} characters` },
  ),
  rule(
    'model_for_type',
    ({ model, type }) =>
      model === undefined || modelsByType[type].includes(model)
        ? []
        : [
            {
              path: 'model',
              reason: `${model} does not make ${type}: choose ${modelsByType[type].join(' or ')}.`,
              detail: `Type '${type}' is not supported for model '${model}'`,
            },
          ],
    { status: 400 },
  ),
  rule(
    'field_for_type',
    (draft) => [
      ...misplacedIn(draft, '', draft),
      ...(fieldsOf(draft.type, 'video') ? misplacedIn(draft, 'video', draft.video) : []),
      ...(fieldsOf(draft.type, 'video.edit')
        ? misplacedIn(draft, 'video.edit', draft.video?.edit)
        : []),
    ],
    { status: 400 },
  ),
  rule(
    'source_required',
    ({ type, source }) =>
      'source' in requestByType[type].shape && source === undefined
        ? [
            {
              path: 'source',
              reason: 'Choose what to work on.',
              detail: `source is required for type '${type}'`,
            },
          ]
        : [],
    { status: 400 },
  ),
  ruleAt(
    'aspect_ratio_required',
    'aspect_ratio',
    'Choose the shape to reframe to.',
    (draft) => draft.type === 'video_reframe' && draft.aspect_ratio === undefined,
    { status: 400, detail: "aspect_ratio is required for type 'video_reframe'" },
  ),
  rule(
    'aspect_ratio_for_type',
    ({ type, aspect_ratio }) => {
      const valid = ratiosByType[type]
      if (aspect_ratio === undefined || !valid.length || valid.includes(aspect_ratio)) return []
      return [
        {
          path: 'aspect_ratio',
          reason: `${aspect_ratio} is not a shape for ${type}: choose ${valid.join(', ')}.`,
          detail: invalidRatio(type, aspect_ratio),
        },
      ]
    },
    { status: 400 },
  ),
  ruleAt(
    'user_id_too_long',
    'user_id',
    'The user id is longer than 256 characters.',
    (draft) => (draft.user_id?.length ?? 0) > userIdLimit,
    { status: 400, detail: 'user_id must be at most 256 characters' },
  ),
]
