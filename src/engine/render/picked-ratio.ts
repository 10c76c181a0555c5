import type { ImageRatio } from '#contract/image.ts'
import type { Family } from '../scene/scene-spec.ts'

const byWords: readonly [RegExp, ImageRatio][] = [
  [/\b(phone wallpaper|story|reel)\b/i, '9:16'],
  [/\b(scroll|bookmark)\b/i, '1:3'],
  [/\b(banner|frieze)\b/i, '3:1'],
  [/\b(panoram\w*|ultra-?wide|vista)\b/i, '2:1'],
  [/\b(widescreen|cinematic|desktop wallpaper)\b/i, '16:9'],
  [/\b(square|album cover|avatar)\b/i, '1:1'],
  [/\b(tall|vertical|poster|portrait|full[- ]body|book cover|skyscraper|tower)\b/i, '2:3'],
]

const byFamily: Partial<Record<Family, ImageRatio>> = {
  portrait: '2:3',
  interior: '1:1',
  still_life: '1:1',
  abstract: '1:1',
}

/** The shape of a picture whose request leaves it open: by its words, else by what it shows. */
export function pickedRatio(prompt: string, style: string | undefined, family: Family): ImageRatio {
  if (style === 'manga') return '2:3'
  const named = byWords.find(([words]) => words.test(prompt))
  return named?.[1] ?? byFamily[family] ?? '3:2'
}
