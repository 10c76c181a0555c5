import { labOf } from '../../reading/oklab.ts'
import type { Pixels } from '../../reading/pixels.ts'
import { sampleSheet, type LabSheet } from '../lab-sheet.ts'
import type { Strip } from '../strip.ts'

export type Backdrop = {
  do: 'backdrop'
  /** Any size; it is stretched over the frame. */
  picture: Pixels
  /** The old background's colours, which the subject's rim is freed of. */
  old: LabSheet
}

/** Puts a picture behind the subject. */
export function backdrop(strip: Strip, { picture, old }: Backdrop): void {
  const { lab, width, height, row0, rows } = strip
  const kept = strip.mask('subject')
  const cell = new Float32Array(4)
  const row = new Uint8Array(width * 3)
  const { rgb, width: w, height: h } = picture
  for (let j = 0; j < rows; j++) {
    const v = Math.min(Math.max(((row0 + j + 0.5) * h) / height - 0.5, 0), h - 1)
    const y = v | 0
    const fy = v - y
    const down = y < h - 1 ? w * 3 : 0
    for (let i = 0; i < width; i++) {
      const u = Math.min(Math.max(((i + 0.5) * w) / width - 0.5, 0), w - 1)
      const x = u | 0
      const fx = u - x
      const right = x < w - 1 ? 3 : 0
      const p = (y * w + x) * 3
      for (let c = 0; c < 3; c++) {
        const above = rgb[p + c]! * (1 - fx) + rgb[p + right + c]! * fx
        const below = rgb[p + down + c]! * (1 - fx) + rgb[p + down + right + c]! * fx
        row[i * 3 + c] = above * (1 - fy) + below * fy + 0.5
      }
    }
    const colours = labOf(row)
    for (let i = 0; i < width; i++) {
      const own = kept[j * width + i]!
      const at = (j * width + i) * 3
      if (own > 0.03 && own < 0.97) {
        sampleSheet(old, (i + 0.5) / width, (row0 + j + 0.5) / height, cell)
        const by = 1 / Math.max(own, 0.5) - 1
        for (let c = 0; c < 3; c++) lab[at + c] = lab[at + c]! + (lab[at + c]! - cell[c]!) * by
        lab[at] = Math.min(1, Math.max(0, lab[at]!))
      }
      for (let c = 0; c < 3; c++) {
        lab[at + c] = lab[at + c]! * own + colours[i * 3 + c]! * (1 - own)
      }
    }
  }
}
