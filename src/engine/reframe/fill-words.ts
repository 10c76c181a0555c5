import { asked, claim, findHits, type Hit } from '../scene/hits.ts'
import { readLight } from '../scene/light.ts'
import { notUnderstood } from '../scene/not-understood.ts'
import { readPalette } from '../scene/palette.ts'
import { quotedText } from '../scene/quoted-text.ts'
import type { SceneSpec, Season, TimeOfDay, Weather } from '../scene/scene-spec.ts'
import { readTokens } from '../scene/tokens.ts'
import { understand } from '../scene/understand.ts'

/** What a reframe's prompt asks of the new area. */
export type FillWords = {
  /** The scene as the words would have it: the clip's own changed, or one read from the prompt. */
  spec: SceneSpec
  /** Whether the words change the clip's scene, or ask any colour or light at all. */
  isChanged: boolean
  /** Plain words for what is followed, for instance `night`, `snow`. */
  followed: string[]
  not_understood: string[]
}

const settings = ['time', 'weather', 'season'] as const
const colours = ['palette', 'colour', 'material', 'saturation', 'exposure', 'warmth'] as const

const valuesOf = (hits: readonly Hit[], facets: readonly string[]) =>
  facets.flatMap((facet) => asked(hits, facet).map(({ value }) => `${facet}=${value}`))

/**
 * Reads the prompt of a reframe. `own` is the scene of a clip that this engine painted: hour,
 * weather, season and colours change in it where the words say other than it has; its places and
 * things stay.
 */
export function fillWords(prompt: string, own: SceneSpec | null, seed: number): FillWords {
  const { rest } = quotedText(prompt)
  const tokens = readTokens(rest)
  const hits = findHits(tokens)
  const said = (facet: (typeof settings)[number]) => asked(hits, facet)[0]?.value
  const wanted = own ?? understand({ prompt, style: undefined, aspect: 1, seed, medium: 'video' })
  // Of another's clip nothing is known: what the words leave open is a plain summer's day.
  const plain = { time_of_day: 'day', weather: 'clear', season: 'summer' } as const
  const { time_of_day: hour, weather: sky, season: months } = own ?? plain
  const setting = {
    family: wanted.family,
    time: (said('time') ?? hour) as TimeOfDay,
    weather: (said('weather') ?? sky) as Weather,
    season: (said('season') ?? months) as Season,
  }
  const before = new Set(own ? valuesOf(findHits(readTokens(own.prompt)), colours) : [])
  const newColours = valuesOf(hits, colours).some((value) => !before.has(value))
  const isOther =
    own === null
      ? valuesOf(hits, settings).length > 0
      : setting.time !== own.time_of_day ||
        setting.weather !== own.weather ||
        setting.season !== own.season
  const isChanged = newColours || isOther
  const followed = [...settings, ...colours].flatMap((facet) =>
    asked(hits, facet).map(({ hit }) => {
      hit.used = true
      return tokens
        .slice(hit.start, hit.start + hit.length)
        .map(({ word }) => word)
        .join(' ')
    }),
  )
  const result = { isChanged, followed: [...new Set(followed)] }
  if (!isChanged) {
    markKnown(hits, own)
    return { ...result, spec: wanted, not_understood: notUnderstood(tokens, hits) }
  }
  const palette = readPalette(setting, tokens, hits, wanted.seed)
  const light = isOther && own ? readLight(setting, hits, own.seed) : wanted.light
  const azimuth = own ? own.light.azimuth : light.azimuth
  const { time: time_of_day, weather, season } = setting
  markKnown(hits, own)
  return {
    ...result,
    spec: { ...wanted, time_of_day, weather, season, palette, light: { ...light, azimuth } },
    not_understood: notUnderstood(tokens, hits),
  }
}

/** Words for what the clip's scene already shows are obeyed by painting it. */
function markKnown(hits: readonly Hit[], own: SceneSpec | null): void {
  claim(hits, 'camera')
  if (!own) return
  const shown = new Set(findHits(readTokens(own.prompt)).flatMap((hit) => hit.effects))
  for (const hit of hits) {
    if (hit.effects.some((effect) => shown.has(effect))) hit.used = true
  }
}
