import { cloudNoise } from '../noise.ts'
import type { Strip } from '../strip.ts'

export type Fog = {
  do: 'fog'
  /** 0 … 1 of thickness at the horizon. */
  amount: number
  /** Oklab. */
  colour: readonly [number, number, number]
  seed: number
}

/** Lets distance fade into the air; banks drift with the time of a clip. */
export function fog(strip: Strip, { amount, colour, seed }: Fog): void {
  const { lab, width, height, row0, rows, timeS } = strip
  const depth = strip.mask('depth')
  const short = Math.min(width, height)
  const step = Math.max(1, Math.round(short / 240))
  for (let j = 0; j < rows; j++) {
    const v = (row0 + j) / short
    let bank = 0
    for (let i = 0; i < width; i++) {
      if (i % step === 0) {
        bank = cloudNoise((i / short) * 2.2 + timeS * 0.04, v * 5, 3, seed)
      }
      const p = j * width + i
      const d = depth[p]!
      const air = 1 - Math.exp(-amount * (0.25 + 3.4 * d * d) * (0.55 + 0.9 * bank))
      const at = p * 3
      lab[at] = lab[at]! + (colour[0] - lab[at]!) * air
      lab[at + 1] = lab[at + 1]! + (colour[1] - lab[at + 1]!) * air
      lab[at + 2] = lab[at + 2]! + (colour[2] - lab[at + 2]!) * air
    }
  }
}
