import { boxBlur } from '../scene/box-blur.ts'
import type { Pixels } from './pixels.ts'
import type { SoftMask } from './soft-mask.ts'

/**
 * Lets a rough plane follow the edges of the picture (colour guided filter, He et al.).
 * @param radiusPx of the neighbourhood that is fitted together, pixels of the picture
 * @param softness variance of colour (0…1 scale) that counts as flat
 */
export function guidedMask(
  picture: Pixels,
  plane: Float32Array,
  radiusPx: number,
  softness: number,
): SoftMask {
  const { width, height, rgb } = picture
  const n = width * height
  const channel = [0, 1, 2].map((k) =>
    Float32Array.from({ length: n }, (_, i) => rgb[i * 3 + k]! / 255),
  )
  const mean = (p: Float32Array) => boxBlur(p, width, height, radiusPx)
  const times = (p: Float32Array, q: Float32Array) => mean(p.map((v, i) => v * q[i]!))
  const [r = new Float32Array(), g = new Float32Array(), b = new Float32Array()] = channel
  const [mr, mg, mb, mp] = [mean(r), mean(g), mean(b), mean(plane)]
  const [rr, rg, rb] = [times(r, r), times(r, g), times(r, b)]
  const [gg, gb, bb] = [times(g, g), times(g, b), times(b, b)]
  const [pr, pg, pb] = [times(plane, r), times(plane, g), times(plane, b)]
  const slope = [new Float32Array(n), new Float32Array(n), new Float32Array(n)] as const
  const base = new Float32Array(n)
  for (let i = 0; i < n; i++) {
    const [x, y, z] = [mr[i]!, mg[i]!, mb[i]!]
    const a11 = rr[i]! - x * x + softness
    const a12 = rg[i]! - x * y
    const a13 = rb[i]! - x * z
    const a22 = gg[i]! - y * y + softness
    const a23 = gb[i]! - y * z
    const a33 = bb[i]! - z * z + softness
    const [c1, c2, c3] = [pr[i]! - x * mp[i]!, pg[i]! - y * mp[i]!, pb[i]! - z * mp[i]!]
    const [i11, i12, i13] = [a22 * a33 - a23 * a23, a13 * a23 - a12 * a33, a12 * a23 - a13 * a22]
    const [i22, i23, i33] = [a11 * a33 - a13 * a13, a12 * a13 - a11 * a23, a11 * a22 - a12 * a12]
    const by = 1 / Math.max(1e-12, a11 * i11 + a12 * i12 + a13 * i13)
    const s1 = (i11 * c1 + i12 * c2 + i13 * c3) * by
    const s2 = (i12 * c1 + i22 * c2 + i23 * c3) * by
    const s3 = (i13 * c1 + i23 * c2 + i33 * c3) * by
    slope[0][i] = s1
    slope[1][i] = s2
    slope[2][i] = s3
    base[i] = mp[i]! - s1 * x - s2 * y - s3 * z
  }
  const smooth = slope.map(mean)
  const woven = new Float32Array(n * 3)
  for (let i = 0; i < n; i++) for (let k = 0; k < 3; k++) woven[i * 3 + k] = smooth[k]![i]!
  return { width, height, slope: woven, base: mean(base) }
}
