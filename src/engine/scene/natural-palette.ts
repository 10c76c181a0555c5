import { fromHex, luminance, mix, scale } from './colour.ts'
import type { Family, Rgb, SceneSpec, Season, TimeOfDay, Weather } from './scene-spec.ts'
import type { Draw } from './seeded-draw.ts'
import { accents, backdrops, greens, grounds, skies } from './words/natural-colours.ts'

type Palette = SceneSpec['palette']
export type PaletteSetting = {
  family: Family
  time: TimeOfDay
  weather: Weather
  season: Season
}

const snowLight: Rgb = [0.8, 0.85, 0.92]
const snowDark: Rgb = [0.22, 0.3, 0.42]
const groundAt: Record<TimeOfDay, number> = {
  dawn: 0.9,
  day: 1,
  golden_hour: 0.95,
  dusk: 0.75,
  night: 0.65,
}
/** How much grey comes into the sky, and how much light stays; the painter dulls the rest. */
const greys: Partial<Record<Weather, readonly [number, number]>> = {
  overcast: [0.3, 1],
  fog: [0.35, 1],
  rain: [0.3, 1],
  storm: [0.35, 1],
  snow: [0.35, 1],
}

function pair(text: string): [Rgb, Rgb] {
  const [a = '808080', b = '808080'] = text.split(' ')
  return [fromHex(a), fromHex(b)]
}

function grey(colour: Rgb, share: number, light: number): Rgb {
  const level = luminance(colour)
  return scale(mix(colour, [level * 0.97, level, level * 1.05], share), light)
}

/** Sky and ground as place, hour, weather and season would have them; the draw picks a variant. */
export function naturalPalette(setting: PaletteSetting, draw: Draw): Palette {
  const { family, time, weather, season } = setting
  const indoor = backdrops[family]
  const [name = '', colours = ''] = draw.pick(indoor ?? skies[time]).split('/')
  const green = family === 'landscape' || family === 'forest' || family === 'abstract'
  let [high, low] = pair(colours)
  let [light, dark] = pair(draw.pick(green ? greens[season] : grounds[family]))
  if (green) light = scale(light, 0.85)
  if (family === 'forest') [light, dark] = [scale(light, 0.75), scale(dark, 0.6)]
  if (indoor) {
    if (family !== 'space' && time === 'night') [high, low] = [scale(high, 0.4), scale(low, 0.5)]
  } else {
    const [share, kept] = greys[weather] ?? [0, 1]
    high = grey(high, share, kept)
    low = grey(low, share * 0.85, kept)
    if (weather === 'fog') high = mix(high, low, 0.4)
    const gloom = share > 0.25 && weather !== 'snow' ? 1.8 : 1
    if (time === 'night') [high, low] = [scale(high, 1.5 * gloom), scale(low, 1.5 * gloom)]
    if (weather === 'snow' || (season === 'winter' && family === 'forest')) {
      const depth = weather === 'snow' ? 0.5 : 0.25
      ;[light, dark] = [mix(light, snowLight, depth), mix(dark, snowDark, depth * 0.8)]
    }
    const level = groundAt[time]
    const moon: Rgb = [0.8, 0.95, 1.25]
    ;[light, dark] = [scale(light, level), scale(dark, level)]
    if (time === 'night')
      [light, dark] = [
        mix(light, scale(moon, luminance(light)), 0.5),
        mix(dark, scale(moon, luminance(dark)), 0.5),
      ]
  }
  return {
    name,
    sky_high: high,
    sky_low: low,
    ground_light: light,
    ground_dark: dark,
    accent: fromHex(draw.pick(accents)),
  }
}
