import type { Draft } from '#contract/draft.ts'
import type { Preset } from '#contract/preset.ts'
import { refsOf } from '#contract/refs-of.ts'
import { kindWords } from '../../lib/kind-words.ts'

/** Words alone are kept without a plan; whole settings always have one, if only `null`. */
export const isWordsOnly = ({ plan }: Pick<Preset, 'plan'>) => plan === undefined

/** What a draft is made of, in a line. */
export function settingsWords(draft: Draft): string {
  const { type, model, aspect_ratio: ratio, video } = draft
  const pictures = refsOf(draft).length
  return [
    kindWords(type),
    model,
    ratio,
    video?.resolution,
    video?.duration?.replace('s', ' s'),
    pictures ? `${pictures} ${pictures === 1 ? 'picture' : 'pictures'}` : undefined,
  ]
    .filter(Boolean)
    .join(' · ')
}

const slug = (name: string) =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** The name of an exported file. */
export const presetFileName = (presets: readonly Pick<Preset, 'name'>[], day: string) => {
  const [only] = presets
  return presets.length === 1 && only
    ? `dailies-preset-${slug(only.name) || 'one'}.json`
    : `dailies-presets-${day}.json`
}
