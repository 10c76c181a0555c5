import type { Draft } from '#contract/draft.ts'

/** The settings that are chosen from a few. */
export type SettingPath =
  'model' | 'aspect_ratio' | 'style' | 'output_format' | 'video.resolution' | 'video.duration'

/** What stands at a dotted path of a draft. */
export function valueAt(draft: Draft, path: string): unknown {
  let value: unknown = draft
  for (const key of path.split(/[.[\]]+/).filter(Boolean)) {
    value = (value as Record<string, unknown> | null | undefined)?.[key]
  }
  return value
}

/** The draft as it would be with another setting; `''` leaves the choice to the model. */
export function withSetting(draft: Draft, path: SettingPath, value: string): Draft {
  const given = value === '' ? undefined : value
  const [head, tail] = path.split('.')
  return tail
    ? { ...draft, video: { ...draft.video, [tail]: given } }
    : { ...draft, [head as 'model']: given as Draft['model'] }
}
