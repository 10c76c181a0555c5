import type { Size } from '#contract/size.ts'
import { boxMean } from './box-mean.ts'
import { planesOf } from './i420-planes.ts'
import { onMesh } from './mesh.ts'
import { shrunk, smallSize } from './shrunk.ts'

const smooth = (a: number, b: number, v: number) => {
  const t = Math.min(1, Math.max(0, (v - a) / (b - a)))
  return t * t * (3 - 2 * t)
}

/** Smooths `field` but for the edges of `guide` (a guided filter). */
function guided(field: Float32Array, guide: Float32Array, { width, height }: Size, radius: number) {
  const mean = (f: Float32Array) => boxMean(f, width, height, radius)
  const mg = mean(guide)
  const mf = mean(field)
  const gg = mean(guide.map((v) => v * v))
  const gf = mean(guide.map((v, i) => v * field[i]!))
  const slope = gf.map((v, i) => (v - mg[i]! * mf[i]!) / (gg[i]! - mg[i]! ** 2 + 150))
  const offset = mean(mf.map((v, i) => v - slope[i]! * mg[i]!))
  const steep = mean(slope)
  return guide.map((v, i) => steep[i]! * v + offset[i]!)
}

/**
 * Estimates how near things are, 0 far … 1 near, at the mesh's nodes of an I420 picture: low in the
 * frame is near, haze is far, sharp is nearer than smooth. No model looks at it.
 */
export function nearness(i420: Uint8Array, size: Size): Float32Array {
  const small = smallSize(size, 160)
  const [y, u, v] = planesOf(size).map((plane) =>
    shrunk(i420.subarray(plane.start, plane.end), plane, small),
  )
  const { width, height } = small
  const luma = y!.data
  const darkest = luma.map((l, i) => {
    const [b, r] = [u!.data[i]! - 128, v!.data[i]! - 128]
    return Math.max(0, Math.min(l + 1.57 * r, l - 0.19 * b - 0.47 * r, l + 1.86 * b))
  })
  const haze = boxMean(darkest, width, height, 3)
  const edges = luma.map((l, i) => {
    const x = i % width
    const right = x < width - 1 ? luma[i + 1]! : l
    const under = i + width < luma.length ? luma[i + width]! : l
    return Math.abs(right - l) + Math.abs(under - l)
  })
  const detail = boxMean(edges, width, height, 6)
  const hazes = haze.toSorted()
  const clear = hazes[Math.floor(hazes.length * 0.1)]!
  const white = Math.max(clear + 40, hazes[Math.floor(hazes.length * 0.97)]!)
  const raw = luma.map((_, i) => {
    const low = smooth(0.2, 1, Math.floor(i / width) / (height - 1))
    const near = 1 - smooth(clear, white, haze[i]!)
    return 0.6 * low + 0.22 * near + 0.18 * smooth(1, 9, detail[i]!)
  })
  const shaped = boxMean(guided(raw, luma, small, 9), width, height, 2)
  return onMesh(
    shaped.map((n) => Math.min(1, Math.max(0, n))),
    small,
    size,
  )
}
