import { cellNoise, softNoise } from '../noise.ts'
import type { Strip } from '../strip.ts'

export type Finish = {
  do: 'finish'
  /** Share of light lost in the corners. */
  vignette: number
  /** Codes of 255. */
  grain: number
  seed: number
}

/** Darkens the corners and lays grain. */
export function finish(strip: Strip, { vignette, grain, seed }: Finish): void {
  const { lab, width, height, row0, rows, unit, timeS } = strip
  const size = Math.max(1, unit * 1.1)
  const roll = seed + Math.round(timeS * 24) * 977
  for (let j = 0; j < rows; j++) {
    const v = ((row0 + j + 0.5) / height) * 2 - 1
    for (let i = 0; i < width; i++) {
      const at = (j * width + i) * 3
      const u = ((i + 0.5) / width) * 2 - 1
      const r = u * u + v * v
      const by = Math.cbrt(Math.max(0.05, 1 - vignette * r * (0.4 + 0.3 * r)))
      let l = lab[at]! * by
      if (grain > 0) {
        const fine = cellNoise(i, row0 + j, roll) - 0.5
        const coarse = softNoise(i / size / 1.7, (row0 + j) / size / 1.7, roll + 7) - 0.5
        const mid = 0.35 + 2.6 * l * Math.max(0, 1 - l)
        l += ((fine * 0.5 + coarse * 1.3) * grain * mid) / 255
      }
      lab[at] = Math.max(0, l)
      lab[at + 1] = lab[at + 1]! * by
      lab[at + 2] = lab[at + 2]! * by
    }
  }
}
