import { labOf } from '../../reading/oklab.ts'
import type { Strip } from '../strip.ts'

export type Paste = {
  do: 'paste'
  /** Pixels of the whole picture. */
  left: number
  top: number
  width: number
  height: number
  rgb: Uint8Array
  /** Coverage 0…255, one byte a pixel; without it the layer covers all of its place. */
  alpha?: Uint8Array
  /** Left out where the picture's subject is kept. */
  behindSubject?: boolean
}

/** Lays a ready picture over its place. */
export function paste(strip: Strip, step: Paste): void {
  const { lab, width, row0, rows } = strip
  const kept = step.behindSubject ? strip.mask('subject') : null
  const first = Math.max(row0, step.top)
  const last = Math.min(row0 + rows, step.top + step.height)
  const i0 = Math.max(0, step.left)
  const i1 = Math.min(width, step.left + step.width)
  for (let y = first; y < last; y++) {
    const row = (y - step.top) * step.width
    const colours = labOf(step.rgb.subarray(row * 3, (row + step.width) * 3))
    for (let i = i0; i < i1; i++) {
      const from = i - step.left
      const p = (y - row0) * width + i
      const k = ((step.alpha?.[row + from] ?? 255) / 255) * (kept ? 1 - kept[p]! : 1)
      if (k <= 0) continue
      for (let c = 0; c < 3; c++) {
        lab[p * 3 + c] = lab[p * 3 + c]! + (colours[from * 3 + c]! - lab[p * 3 + c]!) * k
      }
    }
  }
}
