import { fromHex, mix, recolour, scale, turn } from './colour.ts'
import { asked, claim, type Hit } from './hits.ts'
import { naturalPalette, type PaletteSetting } from './natural-palette.ts'
import type { Rgb, SceneSpec } from './scene-spec.ts'
import { seededDraw } from './seeded-draw.ts'
import { companionWords, stopWords } from './stop-words.ts'
import type { Token } from './tokens.ts'
import { namedPalettes } from './words/palette-words.ts'

type Palette = SceneSpec['palette']
type Target = 'sky' | 'ground' | 'accent' | 'all'

const indoors = new Set(['still_life', 'interior', 'portrait', 'abstract'])

function slug(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}

function named(name: string, night: boolean): Palette {
  const rows = (namedPalettes[name] ?? '').split(' ').map(fromHex)
  const at = (i: number, by: number): Rgb => scale(rows[i] ?? [0.2, 0.2, 0.2], night ? by : 1)
  return {
    name,
    sky_high: at(0, 0.45),
    sky_low: at(1, 0.55),
    ground_light: at(2, 0.5),
    ground_dark: at(3, 0.6),
    accent: at(4, 1),
  }
}

function each(palette: Palette, change: (colour: Rgb) => Rgb): Palette {
  return {
    name: palette.name,
    sky_high: change(palette.sky_high),
    sky_low: change(palette.sky_low),
    ground_light: change(palette.ground_light),
    ground_dark: change(palette.ground_dark),
    accent: change(palette.accent),
  }
}

function target(hit: Hit, hits: readonly Hit[], tokens: readonly Token[]): Target {
  const end = hit.start + hit.length
  const noun = hits.find((h) => h.start >= end && h.start <= end + 1 && !h.negated)
  if (tokens[end]?.word === 'sky') return 'sky'
  const next = tokens[end]
  if (!next || next.clause !== tokens[hit.start]?.clause) return 'all'
  if (!noun) return stopWords.has(next.word) || companionWords.has(next.word) ? 'all' : 'accent'
  const facets = new Set(noun.effects.map((e) => e.facet))
  if (facets.has('subject') || facets.has('style')) return 'accent'
  return facets.has('family') || facets.has('material') ? 'ground' : 'all'
}

function paint(palette: Palette, where: Target, colour: Rgb): Palette {
  const { sky_high, sky_low, ground_light, ground_dark } = palette
  const sky = {
    sky_high: recolour(sky_high, colour, 0.75),
    sky_low: recolour(sky_low, colour, 0.85),
  }
  const ground = {
    ground_light: recolour(ground_light, colour, 0.9),
    ground_dark: recolour(ground_dark, colour, 0.75),
  }
  if (where === 'sky') return { ...palette, ...sky }
  if (where === 'ground') return { ...palette, ...ground }
  if (where === 'accent') return { ...palette, accent: colour }
  return {
    ...palette,
    accent: colour,
    sky_high: mix(sky_high, sky.sky_high, 0.6),
    sky_low: mix(sky_low, sky.sky_low, 0.8),
    ground_light: mix(ground_light, ground.ground_light, 0.6),
    ground_dark: mix(ground_dark, ground.ground_dark, 0.6),
  }
}

function withColours(palette: Palette, hits: readonly Hit[], tokens: readonly Token[]): Palette {
  const taken = new Set<Target>()
  let painted = palette
  const words: string[] = []
  for (const { value, hit } of asked(hits, 'colour')) {
    const wanted = target(hit, hits, tokens)
    const where = taken.has(wanted) ? 'accent' : wanted
    if (taken.has(where)) continue
    const { accent } = painted
    painted = paint(painted, where, fromHex(value))
    if (where === 'all' && taken.has('accent')) painted = { ...painted, accent }
    taken.add(where)
    words.push(
      tokens
        .slice(hit.start, hit.start + hit.length)
        .map((t) => t.word)
        .join(' '),
    )
    hit.used = true
  }
  return words.length > 0
    ? { ...painted, name: `${palette.name}, ${words.join(' and ')}` }
    : painted
}

/** Colours of the whole picture: a palette by name, or the place's own, then colour words. */
export function readPalette(
  setting: PaletteSetting,
  tokens: readonly Token[],
  hits: readonly Hit[],
  seed: number,
): Palette {
  const draw = seededDraw(seed, 'palette')
  const names = Object.keys(namedPalettes)
  const wanted = claim(hits, 'palette')
  const free = setting.family === 'abstract' ? draw.pick(names) : null
  const name = names.find((n) => slug(n) === wanted) ?? free
  let palette = name ? named(name, setting.time === 'night') : naturalPalette(setting, draw)

  const material = indoors.has(setting.family) ? claim(hits, 'material') : null
  if (material) {
    const [, light = '', dark = ''] = material.split('#')
    palette = { ...palette, ground_light: fromHex(light), ground_dark: fromHex(dark) }
  }
  const angle = draw.between(-0.13, 0.13)
  const chroma = draw.between(0.9, 1.1) * Number(claim(hits, 'saturation') ?? 1)
  const level = draw.between(0.93, 1.07)
  const plain = wanted === 'monochrome' || wanted === 'noir' || wanted === 'sepia'
  palette = each(palette, (c) => scale(turn(c, plain ? 0 : angle, chroma), level))
  palette = withColours(palette, hits, tokens)
  const exposure = Number(claim(hits, 'exposure') ?? 1) ** 0.7
  const warmth = Number(claim(hits, 'warmth') ?? 0)
  const cast: Rgb = [1 + warmth * 0.3, 1, 1 - warmth * 0.35]
  return each(palette, ([r, g, b]) => scale([r * cast[0], g, b * cast[2]], exposure))
}
