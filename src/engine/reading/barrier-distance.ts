import type { Planes } from './planes-of.ts'

const sweeps = 4

/**
 * Least barrier between each pixel and the frame's border (fast minimum barrier distance, Zhang et
 * al. 2015), summed over Oklab: what a path from outside must climb over. The bottom edge may be
 * crossed by what stands there, so it does not count as outside.
 */
export function barrierDistance({ width, height, lab }: Planes): Float32Array {
  const sum = new Float32Array(width * height)
  const gains = [1, 2.2, 2.2]
  for (let channel = 0; channel < 3; channel++) {
    const value = Float32Array.from(sum, (_, p) => lab[p * 3 + channel]! * gains[channel]!)
    const high = value.slice()
    const low = value.slice()
    const distance = new Float32Array(sum.length).fill(1e3)
    for (let x = 0; x < width; x++) distance[x] = 0
    for (let y = 0; y < height; y++) {
      distance[y * width] = 0
      distance[y * width + width - 1] = 0
    }
    const reach = (p: number, from: number) => {
      const h = Math.max(high[from]!, value[p]!)
      const l = Math.min(low[from]!, value[p]!)
      if (h - l >= distance[p]!) return
      distance[p] = h - l
      high[p] = h
      low[p] = l
    }
    for (let sweep = 0; sweep < sweeps; sweep++) {
      if (sweep % 2 === 0) {
        for (let p = 0; p < value.length; p++) {
          if (p >= width) reach(p, p - width)
          if (p % width > 0) reach(p, p - 1)
        }
      } else {
        for (let p = value.length - 1; p >= 0; p--) {
          if (p < value.length - width) reach(p, p + width)
          if (p % width < width - 1) reach(p, p + 1)
        }
      }
    }
    for (let p = 0; p < sum.length; p++) sum[p] = sum[p]! + distance[p]!
  }
  return sum
}
