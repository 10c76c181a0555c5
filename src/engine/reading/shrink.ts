import type { Pixels } from './pixels.ts'

/** The same picture with no side above `maxSide`: every pixel is the mean of those it covers. */
export function shrink(picture: Pixels, maxSide: number): Pixels {
  const { width, height, rgb } = picture
  const by = Math.max(width, height) / maxSide
  if (by <= 1) return picture
  const w = Math.max(1, Math.round(width / by))
  const h = Math.max(1, Math.round(height / by))
  const small = new Uint8Array(w * h * 3)
  const columns = Int32Array.from({ length: w + 1 }, (_, x) => Math.round((x * width) / w))
  for (let y = 0; y < h; y++) {
    const y0 = Math.round((y * height) / h)
    const y1 = Math.max(y0 + 1, Math.round(((y + 1) * height) / h))
    for (let x = 0; x < w; x++) {
      const x0 = columns[x]!
      const x1 = Math.max(x0 + 1, columns[x + 1]!)
      let [r, g, b] = [0, 0, 0]
      for (let j = y0; j < y1; j++) {
        for (let at = (j * width + x0) * 3; at < (j * width + x1) * 3; at += 3) {
          r += rgb[at]!
          g += rgb[at + 1]!
          b += rgb[at + 2]!
        }
      }
      const n = (y1 - y0) * (x1 - x0)
      const to = (y * w + x) * 3
      small[to] = Math.round(r / n)
      small[to + 1] = Math.round(g / n)
      small[to + 2] = Math.round(b / n)
    }
  }
  return { width: w, height: h, rgb: small }
}
