import { labOf } from './oklab.ts'
import type { Pixels } from './pixels.ts'

/** A small copy of a picture as planes, for estimates. */
export type Planes = {
  picture: Pixels
  width: number
  height: number
  /** Oklab, interleaved. */
  lab: Float32Array
  lightness: Float32Array
  /** Step of colour to the neighbours, Oklab units. */
  edge: Float32Array
}

export function planesOf(picture: Pixels): Planes {
  const { width, height, rgb } = picture
  const lab = labOf(rgb)
  const n = width * height
  const lightness = Float32Array.from({ length: n }, (_, i) => lab[i * 3]!)
  const edge = new Float32Array(n)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const left = (y * width + Math.max(0, x - 1)) * 3
      const right = (y * width + Math.min(width - 1, x + 1)) * 3
      const up = (Math.max(0, y - 1) * width + x) * 3
      const down = (Math.min(height - 1, y + 1) * width + x) * 3
      let sum = 0
      for (let k = 0; k < 3; k++) {
        sum += (lab[right + k]! - lab[left + k]!) ** 2 + (lab[down + k]! - lab[up + k]!) ** 2
      }
      edge[y * width + x] = Math.sqrt(sum) / 2
    }
  }
  return { picture, width, height, lab, lightness, edge }
}
