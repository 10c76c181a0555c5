import type { Strip } from '../strip.ts'
import { coverIn, type Where } from './where.ts'

export type Grade = {
  do: 'grade'
  /** Factor on linear light. */
  gain?: number
  /** Factor on the distance of lightness to `pivot` (0.55). */
  contrast?: number
  pivot?: number
  saturation?: number
  /** Oklab a, b added in the shadows and in the lights. */
  shadows?: readonly [number, number]
  lights?: readonly [number, number]
  /** Lightness of black and of white afterwards. */
  black?: number
  white?: number
  /** Extra gain toward one side, -1 left … 1 right, and how much. */
  side?: number
  sideGain?: number
  where?: Where
}

/** Changes light and colour without moving anything. */
export function grade(strip: Strip, step: Grade): void {
  const { gain = 1, contrast = 1, pivot = 0.55, saturation = 1, side = 0, sideGain = 0 } = step
  const { shadows = [0, 0], lights = [0, 0], black = 0, white = 1 } = step
  const { lab, width } = strip
  const cover = coverIn(strip, step.where)
  const level = Math.cbrt(gain)
  for (let p = 0, at = 0; at < lab.length; p++, at += 3) {
    const k = cover(p)
    if (k < 0.002) continue
    const x = ((p % width) + 0.5) / width
    const by = level * (1 + sideGain * (x - 0.5) * side)
    const l0 = lab[at]! * by
    let l = pivot + (l0 - pivot) * contrast
    if (l < 0.12) l = 0.12 * Math.exp((l - 0.12) * 5)
    if (contrast === 1 && gain <= 1) l = l0
    else if (l > 0.86) l = 0.86 + 0.14 * (1 - Math.exp(-(l - 0.86) * 6))
    l = black + l * (white - black)
    const t = Math.min(1, Math.max(0, (l - 0.25) / 0.55))
    const body = Math.min(1, l * 4) * Math.min(1, Math.max(0, 1.25 - l) * 4)
    const a = lab[at + 1]! * by * saturation + (shadows[0] * (1 - t) + lights[0] * t) * body
    const b = lab[at + 2]! * by * saturation + (shadows[1] * (1 - t) + lights[1] * t) * body
    lab[at] = lab[at]! + (l - lab[at]!) * k
    lab[at + 1] = lab[at + 1]! + (a - lab[at + 1]!) * k
    lab[at + 2] = lab[at + 2]! + (b - lab[at + 2]!) * k
  }
}
