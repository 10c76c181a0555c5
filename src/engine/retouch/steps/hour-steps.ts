import type { SceneReading } from '../../reading/read-scene.ts'
import type { Rgb, TimeOfDay, Weather } from '../../scene/scene-spec.ts'
import { findLamps } from '../find-lamps.ts'
import { makeSky } from '../make-sky.ts'
import type { Grade } from '../ops/grade.ts'
import type { Step } from '../step.ts'
import type { Masks } from '../strip.ts'

type Tone = Omit<Grade, 'do' | 'where' | 'gain'> & {
  /** Lightness that the ground is led to, and how far its light may be turned down or up. */
  level: number
  least: number
  most: number
}

const tones: Record<TimeOfDay, Tone> = {
  night: {
    level: 0.25,
    least: 0.035,
    most: 1,
    saturation: 0.5,
    contrast: 1.06,
    pivot: 0.3,
    shadows: [-0.006, -0.035],
    lights: [-0.008, -0.03],
    sideGain: 0.15,
  },
  dusk: {
    level: 0.42,
    least: 0.16,
    most: 1.6,
    saturation: 0.8,
    contrast: 1.05,
    pivot: 0.42,
    shadows: [0.004, -0.034],
    lights: [0.016, -0.004],
    sideGain: 0.18,
  },
  golden_hour: {
    level: 0.57,
    least: 0.5,
    most: 1.2,
    saturation: 0.98,
    contrast: 1.1,
    shadows: [0.012, 0.006],
    lights: [0.026, 0.04],
    sideGain: 0.3,
  },
  dawn: {
    level: 0.6,
    least: 0.5,
    most: 3,
    saturation: 0.86,
    contrast: 0.9,
    black: 0.035,
    shadows: [0.01, -0.022],
    lights: [0.024, 0.018],
    sideGain: 0.2,
  },
  day: {
    level: 0.6,
    least: 0.9,
    most: 8,
    saturation: 1.06,
    contrast: 1.04,
    shadows: [-0.002, -0.006],
    lights: [-0.002, 0.006],
  },
}

export type HourWish = {
  time: TimeOfDay
  weather: Weather
  seed: number
  /** The sky is made anew, with the old clouds showing through it by `keep`. */
  keep: number
  skyOnly: boolean
  skyColours?: readonly [Rgb, Rgb]
}

function groundLevel({ planes, sky }: SceneReading): number {
  let [sum, weight] = [0, 1e-6]
  planes.lightness.forEach((l, p) => {
    const w = 1 - sky.plane[p]!
    sum += l * w
    weight += w
  })
  return sum / weight
}

/** Another hour: the sky is repainted, the ground gets its light, lamps go on in the dark. */
export function hourSteps(reading: SceneReading, wish: HourWish): { steps: Step[]; masks: Masks } {
  const { time, weather, seed } = wish
  const hasSky = reading.sky.share > 0.01
  const azimuth = reading.light.azimuth || 0.3
  const steps: Step[] = []
  const masks: Masks = { sky: reading.sky.mask }
  if (hasSky) {
    const colours = wish.skyColours && { colours: wish.skyColours }
    const sheet = makeSky(reading, { time, weather, azimuth, seed, ...colours })
    const open = weather === 'clear' || weather === 'cloudy'
    const stars = time === 'night' && open ? 0.5 : time === 'dusk' && open ? 0.06 : 0
    steps.push({ do: 'sky', sheet, keep: wish.keep, stars, seed })
  }
  if (wish.skyOnly) return { steps, masks }
  const { level, least, most, ...tone } = tones[time]
  const gain = Math.min(most, Math.max(least, (level / Math.max(0.05, groundLevel(reading))) ** 3))
  const side = Math.sign(azimuth)
  const where = { mask: 'sky', outside: true } as const
  steps.push({ do: 'grade', gain, ...tone, side, ...(hasSky && { where }) })
  if (time === 'night' || time === 'dusk') {
    const { bright, glow } = findLamps(reading)
    steps.push({ do: 'lamps', glow, amount: time === 'night' ? 1 : 0.75 })
    masks.bright = bright
  }
  if (time === 'golden_hour' || time === 'dawn') {
    const colour = time === 'dawn' ? ([0.9, 0.022, 0.022] as const) : ([0.88, 0.03, 0.085] as const)
    steps.push({ do: 'fog', amount: hasSky ? 0.14 : 0.05, colour, seed })
    masks.depth = reading.depth
  }
  return { steps, masks }
}
