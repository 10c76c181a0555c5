import type { SettingPath } from '../setting.ts'

type Words = { one: string; many: string }

const names: Record<SettingPath, Words> = {
  model: { one: 'Model', many: 'models' },
  style: { one: 'Style', many: 'styles' },
  aspect_ratio: { one: 'Ratio', many: 'ratios' },
  output_format: { one: 'Format', many: 'formats' },
  'video.resolution': { one: 'Resolution', many: 'resolutions' },
  'video.duration': { one: 'Duration', many: 'durations' },
  'video.edit.strength': { one: 'Strength', many: 'strengths' },
}

/** A setting's name, and how several of its values are called. */
export const settingWords = (path: SettingPath) => names[path]

const title = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** A setting's value as it is read. */
export function valueWords(path: SettingPath, value: string): string {
  if (value === '') return 'Model picks'
  if (path === 'output_format') return value.toUpperCase()
  if (path === 'style') return title(value)
  if (path === 'video.duration') return value.replace('s', ' s')
  return path === 'video.edit.strength' ? title(value).replace('_', ' ') : value
}
