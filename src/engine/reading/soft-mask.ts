/**
 * Coverage 0…1 that follows the picture's own edges: in each cell of a coarse grid it is
 * `slope · (r, g, b) + base` of the full picture's colours (0…1).
 */
export type SoftMask = {
  width: number
  height: number
  /** Three numbers a cell. */
  slope: Float32Array
  base: Float32Array
}

type Rows = { width: number; height: number; row0: number; rows: number; rgb: Uint8Array }

/** A mask that does not look at colours. */
export function plainMask(width: number, height: number, base: Float32Array): SoftMask {
  return { width, height, slope: new Float32Array(width * height * 3), base }
}

/** The coverage of some rows of the full picture, one number a pixel. */
export function coverageOf(mask: SoftMask, { width, height, row0, rows, rgb }: Rows): Float32Array {
  const out = new Float32Array(width * rows)
  const { slope, base, width: w, height: h } = mask
  const kx = w / width
  const ky = h / height
  for (let j = 0; j < rows; j++) {
    const v = Math.min(Math.max((row0 + j + 0.5) * ky - 0.5, 0), h - 1)
    const y = Math.min(v | 0, Math.max(0, h - 2))
    const fy = v - y
    const down = h > 1 ? w : 0
    for (let i = 0; i < width; i++) {
      const u = Math.min(Math.max((i + 0.5) * kx - 0.5, 0), w - 1)
      const x = Math.min(u | 0, Math.max(0, w - 2))
      const fx = u - x
      const right = w > 1 ? 1 : 0
      const p = y * w + x
      const a = (1 - fx) * (1 - fy)
      const b = fx * (1 - fy)
      const c = (1 - fx) * fy
      const d = fx * fy
      const q = p + right
      const r = p + down
      const s = r + right
      const at = (j * width + i) * 3
      let value = base[p]! * a + base[q]! * b + base[r]! * c + base[s]! * d
      for (let k = 0; k < 3; k++) {
        const by =
          slope[p * 3 + k]! * a +
          slope[q * 3 + k]! * b +
          slope[r * 3 + k]! * c +
          slope[s * 3 + k]! * d
        value += by * rgb[at + k]! * (1 / 255)
      }
      out[j * width + i] = value <= 0 ? 0 : value >= 1 ? 1 : value
    }
  }
  return out
}
