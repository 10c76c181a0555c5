import { sampleSheet, type LabSheet } from '../lab-sheet.ts'
import type { Strip } from '../strip.ts'
import { coverIn, type Where } from './where.ts'

export type Soften = { do: 'soften'; sheet: LabSheet; amount: number; where?: Where }

/** Shows a blurred copy of the picture instead of it. */
export function soften(strip: Strip, { sheet, amount, where }: Soften): void {
  const { lab, width, height, row0, rows } = strip
  const cover = coverIn(strip, where)
  const cell = new Float32Array(4)
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < width; i++) {
      const k = cover(j * width + i) * amount
      if (k < 0.004) continue
      const at = (j * width + i) * 3
      sampleSheet(sheet, (i + 0.5) / width, (row0 + j + 0.5) / height, cell)
      for (let c = 0; c < 3; c++) lab[at + c] = lab[at + c]! + (cell[c]! - lab[at + c]!) * k
    }
  }
}
