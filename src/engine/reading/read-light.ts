import type { TimeOfDay } from '../scene/scene-spec.ts'
import type { Planes } from './planes-of.ts'
import type { SkyReading } from './read-sky.ts'

export type LightReading = {
  /** Where the picture is brighter: -1 left … 1 right. */
  azimuth: number
  /** -1 cool … 1 warm, of what is bright. */
  warmth: number
  /** Mean and spread of lightness, Oklab. */
  level: number
  contrast: number
  /** 0 soft … 1 hard. */
  hardness: number
  time: TimeOfDay
}

function meanOf(planes: Planes, weight: (p: number) => number) {
  const { lab, lightness } = planes
  let [n, l, a, b] = [1e-6, 0, 0, 0]
  for (let p = 0; p < lightness.length; p++) {
    const w = weight(p)
    n += w
    l += lab[p * 3]! * w
    a += lab[p * 3 + 1]! * w
    b += lab[p * 3 + 2]! * w
  }
  return { l: l / n, a: a / n, b: b / n }
}

function timeOf(planes: Planes, sky: SkyReading, level: number): TimeOfDay {
  const all = meanOf(planes, () => 1)
  const top = sky.share > 0.05 ? meanOf(planes, (p) => sky.plane[p]!) : all
  if (level < 0.36 && top.l < 0.55) return 'night'
  if (level < 0.46 && top.l < 0.62) return all.b > 0.035 ? 'golden_hour' : 'dusk'
  const low = sky.share > 0.05 ? meanOf(planes, (p) => lowSky(planes, sky, p)) : all
  if (low.b > 0.045 || all.b > 0.07) return all.l > 0.8 ? 'day' : 'golden_hour'
  if (low.a > 0.016 && all.a > 0.006) return level > 0.6 ? 'dawn' : 'dusk'
  return 'day'
}

const lowSky = ({ width, height }: Planes, sky: SkyReading, p: number) =>
  Math.floor(p / width) > (sky.horizon - 0.14) * height ? sky.plane[p]! : 0

/** Estimates the light from where brightness and colour lie. */
export function readLight(planes: Planes, sky: SkyReading): LightReading {
  const { lightness, width } = planes
  const n = lightness.length
  const level = lightness.reduce((a, b) => a + b, 0) / n
  let [spread, side, weight] = [0, 0, 1e-6]
  for (let p = 0; p < n; p++) {
    spread += (lightness[p]! - level) ** 2
    const bright = Math.max(0, lightness[p]! - level) ** 2
    side += bright * ((((p % width) + 0.5) / width) * 2 - 1)
    weight += bright
  }
  const contrast = Math.sqrt(spread / n)
  const high = meanOf(planes, (p) => Math.max(0, lightness[p]! - level))
  const sorted = lightness.toSorted()
  const range = sorted[Math.floor(n * 0.97)]! - sorted[Math.floor(n * 0.03)]!
  return {
    azimuth: Math.max(-1, Math.min(1, (side / weight) * 2.2)),
    warmth: Math.max(-1, Math.min(1, (high.b + high.a * 0.4) * 11)),
    level,
    contrast,
    hardness: Math.max(0.1, Math.min(0.95, (range - 0.25) * 1.4)),
    time: timeOf(planes, sky, level),
  }
}
