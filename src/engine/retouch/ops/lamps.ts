import { sampleSheet, type LabSheet } from '../lab-sheet.ts'
import type { Strip } from '../strip.ts'

export type Lamps = {
  do: 'lamps'
  /** Glow around the lights: Oklab of the light's colour, fourth number its strength. */
  glow: LabSheet
  amount: number
}

/** Lights what shines by itself (mask `bright`) and lets it glow into the air. */
export function lamps(strip: Strip, { glow, amount }: Lamps): void {
  const { lab, width, height, row0, rows } = strip
  const bright = strip.mask('bright')
  const cell = new Float32Array(4)
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < width; i++) {
      const p = j * width + i
      const at = p * 3
      sampleSheet(glow, (i + 0.5) / width, (row0 + j + 0.5) / height, cell)
      const lit = bright[p]! * amount
      const air = cell[3]! * amount
      if (lit + air < 0.003) continue
      const own = 0.86 + 0.1 * bright[p]!
      lab[at] = lab[at]! + (own - lab[at]!) * lit
      lab[at + 1] = lab[at + 1]! + (cell[1]! - lab[at + 1]!) * lit
      lab[at + 2] = lab[at + 2]! + (cell[2]! - lab[at + 2]!) * lit
      const l = lab[at]!
      const sum = Math.cbrt(l * l * l + air * 0.5)
      const share = Math.min(1, (sum - l) / Math.max(0.05, sum))
      lab[at] = sum
      lab[at + 1] = lab[at + 1]! + (cell[1]! * sum - lab[at + 1]!) * share
      lab[at + 2] = lab[at + 2]! + (cell[2]! * sum - lab[at + 2]!) * share
    }
  }
}
