import { labOf, writeDisplay } from '../reading/oklab.ts'
import { coverageOf, type SoftMask } from '../reading/soft-mask.ts'

export type MaskName = 'sky' | 'subject' | 'depth' | 'bright'
export type Masks = Partial<Record<MaskName, SoftMask>>

/** Some rows of a picture on their way through the steps of an edit. */
export type Strip = {
  /** Of the whole picture, pixels. */
  width: number
  height: number
  row0: number
  rows: number
  /** Pixels in 1/720 of the shorter side. */
  unit: number
  /** Of a clip; 0 in a still. */
  timeS: number
  /** Oklab, three numbers a pixel; what the steps change. */
  lab: Float32Array
  /** As it was before the first step. */
  rgb: Uint8Array
  /** Coverage by the picture's own masks, as it was before the first step; 0 when unknown. */
  mask(name: MaskName): Float32Array
}

type Rows = Pick<Strip, 'width' | 'height' | 'row0' | 'rows' | 'rgb'> & { timeS?: number }

export function openStrip(rows: Rows, masks: Masks): Strip {
  const known = new Map<MaskName, Float32Array>()
  const mask = (name: MaskName) => {
    const soft = masks[name]
    const own =
      known.get(name) ?? (soft ? coverageOf(soft, rows) : new Float32Array(rows.width * rows.rows))
    known.set(name, own)
    return own
  }
  const unit = Math.min(rows.width, rows.height) / 720
  return { timeS: 0, ...rows, unit, lab: labOf(rows.rgb), mask }
}

/** Less than a thousandth of a code: such a pixel was not touched and keeps its bytes. */
const untouched = 1e-6

/** Writes `count` rows from `first` on as sRGB bytes, dithered where something changed. */
export function closeStrip(strip: Strip, first: number, count: number, to: Uint8Array): void {
  const { width, row0, lab, rgb } = strip
  const before = labOf(rgb.subarray(first * width * 3, (first + count) * width * 3))
  const shown = new Float32Array(3)
  for (let j = 0; j < count; j++) {
    for (let i = 0; i < width; i++) {
      const at = ((first + j) * width + i) * 3
      const out = (j * width + i) * 3
      const moved =
        Math.abs(lab[at]! - before[out]!) +
        Math.abs(lab[at + 1]! - before[out + 1]!) +
        Math.abs(lab[at + 2]! - before[out + 2]!)
      if (moved < untouched) {
        to[out] = rgb[at]!
        to[out + 1] = rgb[at + 1]!
        to[out + 2] = rgb[at + 2]!
        continue
      }
      writeDisplay(lab[at]!, lab[at + 1]!, lab[at + 2]!, shown, 0)
      let h = Math.imul(row0 + first + j, 0x9e3779b1) ^ Math.imul(i + 1, 0x85ebca6b)
      h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
      const dither = ((h >>> 8) & 255) / 256
      to[out] = Math.min(255, shown[0]! + dither)
      to[out + 1] = Math.min(255, shown[1]! + dither)
      to[out + 2] = Math.min(255, shown[2]! + dither)
    }
  }
}
