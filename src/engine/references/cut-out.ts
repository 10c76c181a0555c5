import { labOf, writeDisplay } from '../reading/oklab.ts'
import { coverageOf } from '../reading/soft-mask.ts'
import { blurredSheet } from '../retouch/blurred-sheet.ts'
import { sampleSheet } from '../retouch/lab-sheet.ts'
import type { Reference } from './read-reference.ts'

/** A subject without its background; straight alpha, colours freed of the background at the rim. */
export type CutOut = {
  width: number
  height: number
  rgb: Uint8Array
  alpha: Uint8Array
  /** It was cut by the lower edge of its picture, so it cannot stand free. */
  isTorn: boolean
}

/** Cuts out what a reference is of. */
export function cutOut({ picture, reading }: Reference): CutOut {
  const { width, height, rgb } = picture
  const { mask, box } = reading.subject
  const cover = coverageOf(mask, { width, height, row0: 0, rows: height, rgb })
  const old = blurredSheet(picture, 0.02, (u, v) => {
    const x = Math.min(width - 1, Math.floor(u * width))
    const y = Math.min(height - 1, Math.floor(v * height))
    return (1 - cover[y * width + x]!) ** 3
  })
  const pad = 0.012
  const left = Math.max(0, Math.floor((box.left - pad) * width))
  const right = Math.min(width, Math.ceil((box.right + pad) * width))
  const top = Math.max(0, Math.floor((box.top - pad) * height))
  const bottom = Math.min(height, Math.ceil((box.bottom + pad) * height))
  const w = Math.max(1, right - left)
  const h = Math.max(1, bottom - top)
  const out = { width: w, height: h, rgb: new Uint8Array(w * h * 3), alpha: new Uint8Array(w * h) }
  const cell = new Float32Array(4)
  const shown = new Float32Array(3)
  for (let y = 0; y < h; y++) {
    const row = ((top + y) * width + left) * 3
    const lab = labOf(rgb.subarray(row, row + w * 3))
    for (let x = 0; x < w; x++) {
      const own = cover[(top + y) * width + left + x]!
      out.alpha[y * w + x] = own * 255
      const by = own > 0.03 && own < 0.97 ? 1 / Math.max(own, 0.5) - 1 : 0
      if (by > 0) sampleSheet(old, (left + x + 0.5) / width, (top + y + 0.5) / height, cell)
      const at = (k: number) => lab[x * 3 + k]! + (lab[x * 3 + k]! - cell[k]!) * by
      writeDisplay(Math.min(1, Math.max(0, at(0))), at(1), at(2), shown, 0)
      for (let k = 0; k < 3; k++) out.rgb[(y * w + x) * 3 + k] = Math.min(255, shown[k]! + 0.5)
    }
  }
  return { ...out, isTorn: box.bottom > 0.985 }
}
