import { asked, claim, findHits, refused, type Hit } from '../scene/hits.ts'
import { fromHex } from '../scene/colour.ts'
import { growLexicon } from '../scene/lexicon.ts'
import { notUnderstood } from '../scene/not-understood.ts'
import { quotedText } from '../scene/quoted-text.ts'
import type { Season, Style, TimeOfDay, Weather } from '../scene/scene-spec.ts'
import { subjectsAsked } from '../scene/subjects-asked.ts'
import { readTokens, type Token } from '../scene/tokens.ts'
import { readParts, type PartsAsked } from './read-parts.ts'
import type { ColourWish, Part, Wishes } from './wishes.ts'
import { editWords } from './words/edit-words.ts'

type TextPlace = 'top' | 'middle' | 'bottom'
type Side = 'left' | 'right' | 'centre'

/** Everything the words of an edit ask for. */
export type EditAsked = {
  wishes: Wishes
  parts: PartsAsked
  text: { words: string; place: TextPlace; side: Side } | null
  not_understood: string[]
}

const editLexicon = growLexicon(editWords)
const placeFacets = ['family', 'subject', 'time', 'weather', 'season', 'palette']

const hitsOf = (words: string) => findHits(readTokens(words))

const names = {
  place: (words: string) => {
    const hits = hitsOf(words)
    return placeFacets.some((facet) => asked(hits, facet).length > 0)
  },
  thing: (words: string) => {
    const tokens = readTokens(words)
    const { subjects, hits } = subjectsAsked(tokens, findHits(tokens))
    return subjects.length > 0 && asked(hits, 'weather').length === 0
  },
}

/** The part that is named in the same clause, before or after, else all of it. */
function partOf(tokens: readonly Token[], at: number, parts: readonly Hit[]): Part {
  const { clause } = tokens[at]!
  const near = parts
    .filter((hit) => tokens[hit.start]!.clause === clause && Math.abs(hit.start - at) <= 5)
    .toSorted((a, b) => Math.abs(a.start - at) - Math.abs(b.start - at))[0]
  if (!near) return 'all'
  near.used = true
  return (near.effects.find(({ facet }) => facet === 'part')?.value ?? 'all') as Part
}

function readColours(
  tokens: readonly Token[],
  hits: readonly Hit[],
  parts: readonly Hit[],
): ColourWish[] {
  const things = asked(hits, 'subject').map(({ hit }) => hit)
  return asked(hits, 'colour').map(({ value, hit }) => {
    hit.used = true
    const thing = things.find(
      (other) =>
        Math.abs(other.start - hit.start) <= 3 &&
        tokens[other.start]!.clause === tokens[hit.start]!.clause,
    )
    if (thing) thing.used = true
    const words = tokens.slice(hit.start, hit.start + hit.length).map(({ word }) => word)
    const named = partOf(tokens, hit.start, parts)
    const part = named === 'all' && thing ? 'subject' : named
    return { word: words.join(' '), colour: fromHex(value), part }
  })
}

function numberOf(hits: readonly Hit[], facet: string): number | undefined {
  const value = claim(hits, facet)
  return value === null ? undefined : Number(value)
}

function readSky(words: string, wishes: Wishes): void {
  const tokens = readTokens(words)
  const hits = findHits(tokens)
  const time = claim(hits, 'time') as TimeOfDay | null
  const weather = claim(hits, 'weather') as Weather | null
  if (time) wishes.time = time
  if (weather) wishes.weather = weather
  for (const { value, hit } of asked(hits, 'colour')) {
    const word = tokens.slice(hit.start, hit.start + hit.length).map((t) => t.word)
    wishes.colours.push({ word: word.join(' '), colour: fromHex(value), part: 'sky' })
  }
  wishes.skyOnly = true
  wishes.newSky = true
}

/** Reads the words of an edit; pure, any string is taken. */
export function readEdit(prompt: string, style?: 'auto' | 'manga'): EditAsked {
  const { text, rest } = quotedText(prompt)
  const parts = readParts(rest, names)
  const cleared = parts.remove.filter((what) => asked(hitsOf(what), 'weather').length > 0)
  parts.remove = parts.remove.filter((what) => !cleared.includes(what))
  const tokens = readTokens(parts.rest)
  const scene = findHits(tokens)
  const edit = findHits(tokens, editLexicon)
  for (const hit of edit) hit.used = true
  const partHits = edit.filter(({ effects }) => effects.some(({ facet }) => facet === 'part'))
  const wishes: Wishes = { colours: readColours(tokens, scene, partHits), styles: [] }
  const not = refused(scene, 'weather')
  const time = claim(scene, 'time') as TimeOfDay | null
  const weather = (claim(scene, 'weather') ??
    (not.length + cleared.length > 0 ? 'clear' : null)) as Weather | null
  const season = claim(scene, 'season') as Season | null
  const palette = claim(scene, 'palette')
  if (time) wishes.time = time
  if (weather) wishes.weather = weather
  if (season && weather !== 'snow') wishes.season = season
  if (palette) wishes.palette = palette
  const styled = asked(scene, 'style')
  for (const { hit } of styled) hit.used = true
  const drawn = [...(style === 'manga' ? ['manga'] : []), ...styled.map(({ value }) => value)]
  wishes.styles = [...new Set(drawn)] as Style[]
  const saturation = numberOf(edit, 'saturation') ?? numberOf(scene, 'saturation')
  const warmth = numberOf(edit, 'warmth') ?? numberOf(scene, 'warmth')
  const exposure = numberOf(edit, 'exposure') ?? numberOf(scene, 'exposure')
  const hard = numberOf(scene, 'hardness')
  const contrast =
    numberOf(edit, 'contrast') ?? (hard === undefined ? undefined : hard > 0.5 ? 1.2 : 0.88)
  if (saturation !== undefined) wishes.saturation = saturation
  if (warmth !== undefined) wishes.warmth = warmth
  if (exposure !== undefined) wishes.exposure = exposure
  if (contrast !== undefined) wishes.contrast = contrast
  const [blur] = asked(edit, 'blur')
  if (blur) {
    const own = blur.hit.effects.some(({ facet }) => facet === 'part')
    const part = own ? 'background' : partOf(tokens, blur.hit.start, partHits)
    wishes.blur = { radius: Number(blur.value), part }
  }
  const [sharp] = asked(edit, 'sharpen')
  if (sharp)
    wishes.sharpen = {
      amount: Number(sharp.value),
      part: partOf(tokens, sharp.hit.start, partHits),
    }
  if (asked(edit, 'sky').length > 0) wishes.newSky = true
  if (parts.sky) readSky(parts.sky, wishes)
  const place = asked(edit, 'place').map(({ value }) => value)
  const written =
    text === null
      ? null
      : {
          words: text,
          place: (place.find((p) => p === 'top' || p === 'middle') ?? 'bottom') as TextPlace,
          side: (place.find((p) => p === 'left' || p === 'right') ?? 'centre') as Side,
        }
  return {
    wishes,
    parts,
    text: written,
    not_understood: notUnderstood(tokens, [...scene, ...edit]),
  }
}
