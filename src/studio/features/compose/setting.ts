import type { Draft } from '#contract/draft.ts'

/** The settings that are chosen from a few. */
export type SettingPath =
  | 'model'
  | 'aspect_ratio'
  | 'style'
  | 'output_format'
  | 'video.resolution'
  | 'video.duration'
  | 'video.edit.strength'

const keysOf = (path: string) => path.split(/[.[\]]+/).filter(Boolean)

/** What stands at a dotted path of a draft. */
export function valueAt(draft: Draft, path: string): unknown {
  let value: unknown = draft
  for (const key of keysOf(path))
    value = (value as Record<string, unknown> | null | undefined)?.[key]
  return value
}

const isEmpty = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !Object.keys(value).length

function put(holder: unknown, [key, ...rest]: string[], value: unknown): unknown {
  if (key === undefined) return value
  if (Array.isArray(holder)) {
    const at = Number(key)
    const next = put(holder[at], rest, value)
    return next === undefined ? holder.toSpliced(at, 1) : holder.with(at, next)
  }
  const { [key]: old, ...others } = (holder ?? {}) as Record<string, unknown>
  const next = put(old, rest, value)
  return next === undefined || isEmpty(next) ? others : { ...others, [key]: next }
}

/** The draft with another value at a path; `undefined` takes the field, or the place in a list, out. */
export const withValue = (draft: Draft, path: string, value: unknown): Draft =>
  put(draft, keysOf(path), value) as Draft

/** The draft as it would be with another setting; `''` leaves the choice to the model. */
export const withSetting = (draft: Draft, path: SettingPath, value: string): Draft =>
  withValue(draft, path, value === '' ? undefined : value)
