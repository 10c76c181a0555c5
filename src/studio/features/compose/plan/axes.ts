import type { Draft, GenerationType } from '#contract/draft.ts'
import { requestByType } from '#contract/request.ts'
import { videoDefaults } from '#contract/video.ts'
import { type SettingPath, valueAt } from '../setting.ts'

/** What may be compared, in the order in which it is offered. */
const comparable: readonly SettingPath[] = [
  'model',
  'style',
  'aspect_ratio',
  'video.edit.strength',
  'video.resolution',
  'video.duration',
  'output_format',
]

/** Where the contract asks for a value or a default stands, leaving it out is no choice of its own. */
const modelMayChoose: readonly SettingPath[] = ['aspect_ratio', 'video.edit.strength']

type Field = { def: { type: string; innerType?: Field }; shape?: Shape; options?: string[] }
type Shape = Record<string, Field>

const bare = (field: Field | undefined): Field | undefined =>
  field?.def.type === 'optional' ? bare(field.def.innerType) : field

/** The words that the contract has for a setting of a type; none when the type has no such setting. */
function optionsOf(type: GenerationType, path: string): readonly string[] {
  let shape: Shape | undefined = requestByType[type].shape as unknown as Shape
  let field: Field | undefined
  for (const key of path.split('.')) {
    field = bare(shape?.[key])
    shape = field?.shape
  }
  return field?.options ?? []
}

export type AxisChoice = { path: SettingPath; values: readonly string[] }

/** Settings that can take several values in one submission, with every value each may take. */
export function axesOf(type: GenerationType): AxisChoice[] {
  return comparable.flatMap((path) => {
    if (type === 'video_reframe' && path === 'aspect_ratio') return []
    const options = optionsOf(type, path)
    const isOpen = modelMayChoose.includes(path) && type !== 'video'
    return options.length > 1 ? [{ path, values: isOpen ? ['', ...options] : options }] : []
  })
}

const defaults: Partial<Record<SettingPath, string>> = {
  'video.resolution': videoDefaults.resolution,
  'video.duration': videoDefaults.duration,
}

/** What a setting of a draft comes to, also when the draft does not say it. */
export function valueOf(draft: Draft, path: SettingPath): string {
  const said = valueAt(draft, path)
  if (said !== undefined) return String(said)
  if (path === 'aspect_ratio' && draft.type === 'video') return videoDefaults.aspect_ratio
  const values = axesOf(draft.type).find((axis) => axis.path === path)?.values
  return defaults[path] ?? values?.[0] ?? ''
}
