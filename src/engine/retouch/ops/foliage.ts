import type { Season } from '../../scene/scene-spec.ts'
import { sampleSheet, type LabSheet } from '../lab-sheet.ts'
import { cloudNoise } from '../noise.ts'
import type { Strip } from '../strip.ts'

export type Foliage = {
  do: 'foliage'
  season: Season
  /** Fourth number: how much of it is ground, where grass is, not leaves. */
  ground: LabSheet
  seed: number
}

/** How much a colour is that of leaves and grass, 0…1. */
function leafy(l: number, a: number, b: number): number {
  const chroma = Math.hypot(a, b)
  const hue = Math.atan2(b, a)
  const green =
    Math.min(1, Math.max(0, (hue - 1.45) / 0.25)) * Math.min(1, Math.max(0, (2.75 - hue) / 0.3))
  return green * Math.min(1, Math.max(0, (chroma - 0.018) / 0.03)) * Math.min(1, l * 6)
}

/** Turns what is green to the season. */
export function foliage(strip: Strip, { season, ground, seed }: Foliage): void {
  const { lab, width, height, row0 } = strip
  const skyward = strip.mask('sky')
  const short = Math.min(width, height)
  const cell = new Float32Array(4)
  for (let p = 0, at = 0; at < lab.length; p++, at += 3) {
    const l = lab[at]!
    const a = lab[at + 1]!
    const b = lab[at + 2]!
    const k = leafy(l, a, b) * (1 - skyward[p]!)
    if (k < 0.01) continue
    const x = (p % width) / short
    const y = (row0 + Math.floor(p / width)) / short
    const chroma = Math.hypot(a, b)
    let [l2, c2, hue] = [l, chroma, Math.atan2(b, a)]
    if (season === 'autumn') {
      const patch = cloudNoise(x * 9, y * 9, 3, seed)
      const spread = Math.min(1, Math.max(0, (patch - 0.3) * 2.5))
      sampleSheet(ground, (x * short) / width, (y * short) / height, cell)
      const grass = Math.min(1, cell[3]! * 1.3)
      hue = 0.62 + 0.72 * spread
      hue += (1.32 + 0.22 * spread - hue) * grass
      c2 = Math.min(0.19, (chroma * 1.2 + 0.025) * (1 - 0.42 * grass))
      l2 = l * (1.0 + 0.06 * spread) + 0.015
    } else if (season === 'spring') {
      hue += (2.12 - hue) * 0.45
      c2 = chroma * 1.18
      l2 = l + 0.05 * Math.min(1, l * 2)
    } else if (season === 'summer') {
      hue += (2.22 - hue) * 0.4
      c2 = chroma * 1.15 + 0.01
    } else {
      hue = -1.9
      c2 = 0.012
      l2 = l < 0.2 ? l * 1.25 : Math.min(0.97, 0.25 + (l - 0.2) ** 0.62 * 0.98)
    }
    lab[at] = l + (l2 - l) * k
    lab[at + 1] = a + (Math.cos(hue) * c2 - a) * k
    lab[at + 2] = b + (Math.sin(hue) * c2 - b) * k
  }
}
