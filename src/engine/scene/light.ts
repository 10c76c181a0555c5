import { scale } from './colour.ts'
import { claim, type Hit } from './hits.ts'
import type { Family, Rgb, SceneSpec, TimeOfDay, Weather } from './scene-spec.ts'
import { seededDraw } from './seeded-draw.ts'

type Light = SceneSpec['light']
type Hour = { elevation: readonly [number, number]; colour: Rgb; hardness: number }

const hours: Record<TimeOfDay, Hour> = {
  dawn: { elevation: [4, 11], colour: [1.55, 1.05, 0.72], hardness: 0.5 },
  day: { elevation: [34, 62], colour: [1.6, 1.5, 1.36], hardness: 0.75 },
  golden_hour: { elevation: [6, 15], colour: [2, 1.12, 0.5], hardness: 0.7 },
  dusk: { elevation: [-5, 1], colour: [1.3, 0.64, 0.48], hardness: 0.3 },
  night: { elevation: [24, 52], colour: [0.55, 0.66, 0.95], hardness: 0.45 },
}
const weathers: Record<Weather, readonly [hardness: number, level: number]> = {
  clear: [1, 1],
  cloudy: [0.8, 1],
  overcast: [0.2, 0.95],
  fog: [0.3, 0.95],
  rain: [0.25, 1],
  storm: [0.4, 1],
  snow: [0.35, 1],
}
const lamps: Partial<Record<Family, Partial<Hour>>> = {
  interior: { elevation: [20, 42], hardness: 0.55 },
  still_life: { elevation: [26, 46], hardness: 0.55 },
  portrait: { elevation: [28, 46], hardness: 0.45 },
  space: { elevation: [8, 45], colour: [1.9, 1.8, 1.65], hardness: 0.98 },
  underwater: { elevation: [60, 82], colour: [0.75, 1.2, 1.3], hardness: 0.5 },
  abstract: { elevation: [24, 64], colour: [1.5, 1.46, 1.4] },
}
const noLamp: Partial<Hour> = {}
/** Rooms at night are lit by lamps, not by the moon. */
const lamplight: Rgb = [1.25, 0.85, 0.48]

function direction(asked: string | null, drawn: number): number {
  if (asked === 'side') return drawn < 0 ? -0.9 : 0.9
  return asked === null ? drawn : Number(asked)
}

/** Where the light stands, its colour and edge: by hour, weather and place, then by light words. */
export function readLight(
  setting: { family: Family; time: TimeOfDay; weather: Weather },
  hits: readonly Hit[],
  seed: number,
): Light {
  const draw = seededDraw(seed, 'light')
  const room = setting.family === 'interior' || setting.family === 'still_life'
  const lamp = lamps[setting.family] ?? noLamp
  const hour = { ...hours[setting.time], ...lamp }
  const [softer, level] = weathers[setting.weather]
  const drawn = draw.between(0.25, 0.85) * (draw.number() < 0.5 ? -1 : 1)
  const elevation = draw.between(hour.elevation[0], hour.elevation[1])
  const lampLit = room && (setting.time === 'night' || setting.time === 'dusk')
  const warmth = Number(claim(hits, 'warmth') ?? 0)
  const exposure = Number(claim(hits, 'exposure') ?? 1)
  const [r, g, b] = scale(lampLit ? lamplight : hour.colour, level * exposure)
  return {
    azimuth: direction(claim(hits, 'direction'), drawn),
    elevation: Number(claim(hits, 'elevation') ?? elevation),
    colour: [r * (1 + warmth * 0.3), g, b * (1 - warmth * 0.4)],
    hardness: Number(claim(hits, 'hardness') ?? hour.hardness * softer),
  }
}
