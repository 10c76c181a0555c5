import type { Rgb, SceneSpec } from '#engine/scene/scene-spec.ts'
import { hashUnit } from './hash-unit.ts'

/** The place before anything is drawn: frame, horizon, light and weather as numbers. */
export type Stage = {
  spec: SceneSpec
  width: number
  height: number
  /** Length of one pixel; the frame's shorter side is 1. */
  px: number
  halfW: number
  top: number
  bottom: number
  sun: { x: number; y: number }
  /** Unit vector to the light: right, up, to the viewer. */
  light: Rgb
  lightColour: Rgb
  skyHigh: Rgb
  skyLow: Rgb
  land: Rgb
  shade: Rgb
  night: number
  cloud: number
  fog: number
  wet: number
  snow: number
  /** 0…1 from the seed; the same index always gives the same number. */
  random(index: number): number
  /** Whether the prompt says one of these words. */
  says(words: RegExp): boolean
}

const cloudiness = {
  clear: 0.14,
  cloudy: 0.5,
  overcast: 0.92,
  fog: 0.6,
  rain: 0.85,
  storm: 1,
  snow: 0.78,
}

const mix = (a: Rgb, b: Rgb, t: number): Rgb => [
  a[0] + (b[0] - a[0]) * t,
  a[1] + (b[1] - a[1]) * t,
  a[2] + (b[2] - a[2]) * t,
]
const scale = (a: Rgb, k: number): Rgb => [a[0] * k, a[1] * k, a[2] * k]
const greyOf = (a: Rgb): Rgb => {
  const y = a[0] * 0.2126 + a[1] * 0.7152 + a[2] * 0.0722
  return [y, y, y]
}

function ground(spec: SceneSpec, colour: Rgb): Rgb {
  if (spec.season === 'autumn')
    return mix(colour, [colour[1] * 1.5 + 0.03, colour[1] * 0.75, 0.02], 0.45)
  if (spec.season === 'spring') return mix(colour, [colour[0], colour[1] * 1.12, colour[2]], 0.6)
  return colour
}

/** Sets the stage; `horizon` is its place when the spec fixes none, fraction of the height from the top. */
export function setStage(
  spec: SceneSpec,
  size: { width: number; height: number },
  horizon: number,
): Stage {
  const { width, height } = size
  const short = Math.min(width, height)
  const line = spec.horizon ?? horizon
  const top = (line * height) / short
  const bottom = ((1 - line) * height) / short
  const halfW = width / short / 2
  const cloud = cloudiness[spec.weather]
  const night = spec.time_of_day === 'night' ? 1 : spec.time_of_day === 'dusk' ? 0.12 : 0
  const { azimuth, hardness } = spec.light
  let rise = Math.max(spec.light.elevation, -6)
  if (night === 1) rise = Math.max(rise, 38)
  const rad = (Math.max(rise, 4) * Math.PI) / 180
  const lx = azimuth || 0.1
  const ly = 0.15 + Math.sin(rad)
  const lz = 0.45
  const norm = Math.hypot(lx, ly, lz)
  const dull = Math.max(0, (cloud - 0.5) * 2)
  const gloom = spec.weather === 'storm' ? 0.42 : 1 - 0.22 * dull
  const dim = (c: Rgb) => scale(mix(c, greyOf(c), dull * 0.55), gloom)
  const brightness = (night === 1 ? 0.5 : 1) * (1 - dull * 0.72) * (0.7 + 0.3 * hardness)
  const prompt = spec.prompt.toLowerCase()
  return {
    spec,
    width,
    height,
    px: 1 / short,
    halfW,
    top,
    bottom,
    sun: {
      x: azimuth * halfW * 0.82,
      y: Math.min(top * 0.9, (Math.sin((rise * Math.PI) / 180) * 0.95 + 0.02) * Math.min(top, 1.1)),
    },
    light: [lx / norm, ly / norm, lz / norm],
    lightColour: scale(spec.light.colour, brightness * 1.35),
    skyHigh: dim(spec.palette.sky_high),
    skyLow: dim(spec.palette.sky_low),
    land: ground(spec, spec.palette.ground_light),
    shade: ground(spec, spec.palette.ground_dark),
    night,
    cloud,
    fog: spec.weather === 'fog' ? 1 : spec.weather === 'rain' || spec.weather === 'snow' ? 0.4 : 0,
    wet: spec.weather === 'rain' || spec.weather === 'storm' ? 1 : 0,
    snow: spec.weather === 'snow' ? 1 : spec.season === 'winter' ? 0.85 : 0,
    random: (index) => hashUnit(spec.seed, index),
    says: (words) => words.test(prompt),
  }
}
