import { sampleSheet, type LabSheet } from '../lab-sheet.ts'
import { cloudNoise } from '../noise.ts'
import type { Strip } from '../strip.ts'

export type SnowCover = {
  do: 'snow-cover'
  /** Fourth number: how much a place looks up, 0…1; the first its smoothed lightness. */
  sheet: LabSheet
  amount: number
  seed: number
}

/** Lays snow on what looks up, thicker where it is light, thinner on steep dark edges. */
export function snowCover(strip: Strip, { sheet, amount, seed }: SnowCover): void {
  const { lab, width, height, row0, rows } = strip
  const skyward = strip.mask('sky')
  const short = Math.min(width, height)
  const cell = new Float32Array(4)
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < width; i++) {
      const p = j * width + i
      const at = p * 3
      sampleSheet(sheet, (i + 0.5) / width, (row0 + j + 0.5) / height, cell)
      const up = cell[3]!
      if (up < 0.02) continue
      const l = lab[at]!
      const relief = l - cell[0]!
      const patch = cloudNoise((i / short) * 14, ((row0 + j) / short) * 26, 3, seed) - 0.5
      const lies = up * 1.25 * amount + relief * 2.2 + patch * 0.55 - 0.3
      const k = Math.min(1, Math.max(0, lies / 0.3)) * (1 - skyward[p]!)
      if (k <= 0) continue
      const white = Math.min(0.985, 0.82 + relief * 0.85 + (cell[0]! - 0.5) * 0.3)
      lab[at] = l + (white - l) * k
      lab[at + 1] = lab[at + 1]! * (1 - k) - 0.002 * k
      lab[at + 2] = lab[at + 2]! * (1 - k) - (0.012 + 0.05 * Math.max(0, 0.85 - white)) * k
    }
  }
}
