import { boxBlur } from '../../scene/box-blur.ts'
import type { Strip } from '../strip.ts'
import { coverIn, type Where } from './where.ts'

export type Sharpen = { do: 'sharpen'; amount: number; where?: Where }

const radiusOf = (unit: number) => Math.max(1, Math.round(unit * 1.1))

/** Rows beyond the strip that it needs to see. */
export const sharpenHalo = (unit: number) => 2 * radiusOf(unit)

/** Strengthens steps of lightness (unsharp mask) without bright seams. */
export function sharpen(strip: Strip, { amount, where }: Sharpen): void {
  const { lab, width, rows, unit } = strip
  const cover = coverIn(strip, where)
  const light = Float32Array.from({ length: width * rows }, (_, p) => lab[p * 3]!)
  const soft = boxBlur(light, width, rows, radiusOf(unit))
  for (let p = 0; p < light.length; p++) {
    const k = cover(p)
    if (k < 0.004) continue
    const step = light[p]! - soft[p]!
    lab[p * 3] = Math.max(0, light[p]! + Math.max(-0.16, Math.min(0.16, step * amount * 1.6)) * k)
  }
}
