import type { Size } from '#contract/size.ts'
import { i420Bytes, planesOf } from './i420-planes.ts'

/** RGB bytes as BT.709 limited-range planes; chroma is the mean of four pixels. Sides are even. */
export function i420OfRgb(
  rgb: Uint8Array,
  size: Size,
  target: Uint8Array = new Uint8Array(i420Bytes(size)),
) {
  const { width, height } = size
  const [, u, v] = planesOf(size)
  for (let j = 0; j < height; j += 2) {
    for (let i = 0; i < width; i += 2) {
      let [r, g, b] = [0, 0, 0]
      for (const at of [j * width + i, j * width + i + 1]) {
        for (const p of [at, at + width]) {
          const [red, green, blue] = [rgb[p * 3]!, rgb[p * 3 + 1]!, rgb[p * 3 + 2]!]
          target[p] = Math.round(16 + 0.182586 * red + 0.614231 * green + 0.062007 * blue)
          r += red
          g += green
          b += blue
        }
      }
      const at = (j / 2) * u.width + i / 2
      target[u.start + at] = Math.round(128 + (-0.100644 * r - 0.338572 * g + 0.439216 * b) / 4)
      target[v.start + at] = Math.round(128 + (0.439216 * r - 0.398942 * g - 0.040274 * b) / 4)
    }
  }
  return target
}
