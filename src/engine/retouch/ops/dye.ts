import type { Strip } from '../strip.ts'
import { coverIn, type Where } from './where.ts'

type Lab = readonly [number, number, number]

export type Dye = {
  do: 'dye'
  /** Oklab. */
  colours: readonly Lab[]
  amount: number
  /** How much of each pixel's own hue is left, 0…1. */
  own: number
  /** How much a pixel's own hue decides which of the colours it takes; otherwise its lightness. */
  byHue: number
  where?: Where
}

/** Gives each pixel the hue of those colours that are most like it, and keeps its lightness. */
export function dye(strip: Strip, { colours, amount, own, byHue, where }: Dye): void {
  const { lab } = strip
  const cover = coverIn(strip, where)
  const spread = 1 / 0.03
  for (let p = 0, at = 0; at < lab.length; p++, at += 3) {
    const k = cover(p) * amount
    if (k < 0.002) continue
    const l = lab[at]!
    const a0 = lab[at + 1]!
    const b0 = lab[at + 2]!
    let [sum, a, b] = [1e-9, 0, 0]
    for (const c of colours) {
      const d = (l - c[0]) ** 2 + byHue * ((a0 - c[1]) ** 2 + (b0 - c[2]) ** 2)
      const w = Math.exp(-d * spread)
      sum += w
      a += w * c[1]
      b += w * c[2]
    }
    const shade = Math.min(1, l * 2.4) * Math.min(1, Math.max(0, 1.06 - l) * 3.5)
    lab[at + 1] = a0 + ((a / sum) * shade + a0 * own - a0) * k
    lab[at + 2] = b0 + ((b / sum) * shade + b0 * own - b0) * k
  }
}
