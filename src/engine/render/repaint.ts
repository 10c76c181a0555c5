import { ratioOf } from '#contract/size.ts'
import type { GenerationRequest } from '#contract/request.ts'
import type { EditAsked } from '../retouch/read-edit.ts'
import type { SceneSpec, Style, Weather } from '../scene/scene-spec.ts'
import { understand } from '../scene/understand.ts'
import { readTokens } from '../scene/tokens.ts'
import { paletteWords } from '../scene/words/palette-words.ts'
import { pickedRatio } from './picked-ratio.ts'

type Made = { request: GenerationRequest; seed: number }

const weatherWords: Record<Weather, string> = {
  clear: 'clear sky',
  cloudy: 'cloudy',
  overcast: 'overcast',
  fog: 'fog',
  rain: 'rain',
  storm: 'storm',
  snow: 'snow',
}

const styleWords: Record<Style, string> = {
  film: 'cinematic',
  noir: 'noir',
  watercolour: 'watercolour',
  neon: 'neon',
  pastel: 'pastel',
  line_art: 'line art',
  manga: 'manga',
  minimal: 'minimal',
  vintage: 'vintage',
  oil: 'oil painting',
}

/** The scene's part of an edit, in the words that the scene room knows. */
function changesOf({ wishes, parts }: EditAsked): string {
  const { time, weather, season, palette, styles, colours } = wishes
  const named = Object.entries(paletteWords).find(([key]) => key === `palette=${palette}`)
  return [
    time && (time === 'golden_hour' ? 'golden hour' : time),
    weather && weatherWords[weather],
    season,
    named?.[1].split(',')[0],
    ...styles.map((style) => styleWords[style]),
    ...colours.filter(({ part }) => part === 'sky').map(({ word }) => `${word} sky`),
    ...colours.filter(({ part }) => part === 'all').map(({ word }) => `${word} tones`),
    ...parts.add,
  ]
    .filter((word) => word !== undefined)
    .join(', ')
}

/** What this engine painted from words alone, as it understood it then. */
export function madeSpec({ request, seed }: Made): SceneSpec | null {
  if (request.type !== 'image') return null
  const { prompt, style } = request
  const ask = (aspect: number) => understand({ prompt, style, aspect, seed, medium: 'image' })
  return ask(ratioOf(request.aspect_ratio ?? pickedRatio(prompt, style, ask(1).family)))
}

/**
 * The same scene with an edit's words: everything not named stays where it stood. `null` when the
 * edit asks for nothing that a scene holds. `removed` are the words of what went.
 */
export function repaintedSpec(
  made: Made,
  edit: EditAsked,
): { spec: SceneSpec; removed: string[] } | null {
  const before = madeSpec(made)
  if (!before || made.request.type !== 'image') return null
  const { prompt, style } = made.request
  const changes = changesOf(edit)
  const goes = edit.parts.remove.flatMap((what) => readTokens(what).flatMap(({ forms }) => forms))
  const gone = before.subjects.filter(({ word }) =>
    word.split(' ').some((w) => readTokens(w)[0]?.forms.some((f) => goes.includes(f))),
  )
  const { backdrop } = edit.parts
  if (changes === '' && gone.length === 0 && backdrop === null) return null
  const aspect = ratioOf(made.request.aspect_ratio ?? pickedRatio(prompt, style, before.family))
  const base = { style, aspect, seed: made.seed, medium: 'image' } as const
  const after = understand({ ...base, prompt: backdrop ?? prompt, changes })
  const icons = new Set(before.subjects.map(({ icon }) => icon))
  const stay = before.subjects.filter((subject) => !gone.includes(subject))
  const news = after.subjects.filter(({ icon }) => !icons.has(icon))
  const { text, density, camera } = before
  const held = backdrop === null ? { density, camera } : {}
  const spec = {
    ...after,
    ...held,
    text,
    subjects: [...stay, ...news].toSorted((a, b) => b.depth - a.depth),
  }
  return { spec, removed: gone.map(({ word }) => word) }
}
