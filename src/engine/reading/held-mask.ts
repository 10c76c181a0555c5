import { boxBlur } from '../scene/box-blur.ts'
import { guidedMask } from './guided-mask.ts'
import type { Pixels } from './pixels.ts'
import type { SoftMask } from './soft-mask.ts'

/** A mask that follows edges only near the plane's own outline; well inside and outside it is sure. */
export function heldMask(picture: Pixels, plane: Float32Array, radiusPx: number): SoftMask {
  const { width, height } = picture
  const mask = guidedMask(picture, plane, radiusPx, 1e-4)
  const near = boxBlur(plane, width, height, radiusPx)
  for (let p = 0; p < near.length; p++) {
    const sure = near[p]! > 0.93 ? 1 : near[p]! < 0.04 ? 0 : null
    if (sure === null) continue
    mask.slope.fill(0, p * 3, p * 3 + 3)
    mask.base[p] = sure
  }
  return mask
}
