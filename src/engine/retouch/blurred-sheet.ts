import { boxBlur } from '../scene/box-blur.ts'
import { labOf } from '../reading/oklab.ts'
import type { Pixels } from '../reading/pixels.ts'
import { shrink } from '../reading/shrink.ts'
import type { LabSheet } from './lab-sheet.ts'

/**
 * The picture out of focus. `radius` is a fraction of the shorter side. With `weight` (asked by
 * place, 0…1) only that part runs into itself.
 */
export function blurredSheet(
  picture: Pixels,
  radius: number,
  weight?: (u: number, v: number) => number,
): LabSheet {
  const short = Math.min(picture.width, picture.height)
  const finest = Math.ceil((Math.max(picture.width, picture.height) / short) * (2.6 / radius))
  const small = shrink(picture, Math.max(64, Math.min(1400, finest)))
  const { width, height } = small
  const colours = labOf(small.rgb)
  const r = Math.max(1, (radius * Math.min(width, height)) / 1.4)
  const share = Float32Array.from({ length: width * height }, (_, p) =>
    weight
      ? Math.max(0.002, weight(((p % width) + 0.5) / width, (Math.floor(p / width) + 0.5) / height))
      : 1,
  )
  const all = boxBlur(share, width, height, r)
  const lab = new Float32Array(width * height * 4)
  for (let k = 0; k < 3; k++) {
    const plane = share.map((s, p) => s * colours[p * 3 + k]!)
    const soft = boxBlur(plane, width, height, r)
    for (let p = 0; p < soft.length; p++) lab[p * 4 + k] = soft[p]! / all[p]!
  }
  return { width, height, lab }
}
