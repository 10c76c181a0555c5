import { sampleSheet, type LabSheet } from '../lab-sheet.ts'
import { cellNoise } from '../noise.ts'
import type { Strip } from '../strip.ts'

export type Sky = {
  do: 'sky'
  /** The new sky over the whole frame; its fourth number is the old sky, smoothed lightness. */
  sheet: LabSheet
  /** How much of the old clouds shows through. */
  keep: number
  /** Stars per cell of 1/40 of the shorter side. */
  stars: number
  seed: number
}

/** Puts another sky where the sky is. */
export function sky(strip: Strip, { sheet, keep, stars, seed }: Sky): void {
  const { lab, width, height, row0, rows } = strip
  const cover = strip.mask('sky')
  const cell = new Float32Array(4)
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < width; i++) {
      const k = cover[j * width + i]!
      if (k < 0.004) continue
      const at = (j * width + i) * 3
      sampleSheet(sheet, (i + 0.5) / width, (row0 + j + 0.5) / height, cell)
      const detail = (lab[at]! - cell[3]!) * keep
      const l = Math.max(0.02, cell[0]! * (1 + detail))
      lab[at] = lab[at]! + (l - lab[at]!) * k
      lab[at + 1] = lab[at + 1]! + (cell[1]! - lab[at + 1]!) * k
      lab[at + 2] = lab[at + 2]! + (cell[2]! - lab[at + 2]!) * k
    }
  }
  if (stars > 0) sow(strip, stars, seed, cover)
}

function sow(strip: Strip, stars: number, seed: number, cover: Float32Array): void {
  const { lab, width, row0, rows, unit } = strip
  const pitch = 18 * unit
  const radius = Math.max(0.7, 0.95 * unit)
  for (let cy = Math.floor(row0 / pitch) - 1; cy <= (row0 + rows) / pitch + 1; cy++) {
    for (let cx = 0; cx <= width / pitch; cx++) {
      if (cellNoise(cx, cy, seed) > stars) continue
      const x = (cx + cellNoise(cx, cy, seed + 1)) * pitch
      const y = (cy + cellNoise(cx, cy, seed + 2)) * pitch
      const shine = cellNoise(cx, cy, seed + 3) ** 4
      const r = radius * (0.7 + 0.8 * shine)
      const reach = Math.ceil(r * 2.6)
      for (let j = Math.floor(y) - reach; j <= y + reach; j++) {
        if (j < row0 || j >= row0 + rows) continue
        for (let i = Math.max(0, Math.floor(x) - reach); i <= Math.min(width - 1, x + reach); i++) {
          const d = ((i - x) ** 2 + (j - y) ** 2) / (r * r)
          const p = (j - row0) * width + i
          const k = Math.exp(-d * 1.4) * (0.3 + 0.7 * shine) * cover[p]! ** 3
          if (k < 0.01) continue
          lab[p * 3] = lab[p * 3]! + (0.97 - lab[p * 3]!) * k
          lab[p * 3 + 1] = lab[p * 3 + 1]! * (1 - 0.7 * k)
          lab[p * 3 + 2] = lab[p * 3 + 2]! * (1 - 0.7 * k)
        }
      }
    }
  }
}
