import type { Glance, SignalMap } from './glance.ts'

/**
 * Estimated sky, 0 … 1. Classical: from the top edge downwards as long as the picture stays
 * smooth, bright and of one colour.
 */
export function estimateSky({ width, height, y, u, v }: Glance): SignalMap {
  const data = new Float32Array(width * height)
  let mean = 0
  for (let n = 0; n < y.length; n++) mean += y[n]! / y.length
  for (let i = 0; i < width; i++) {
    let [l, cu, cv] = [y[i]!, u[i]!, v[i]!]
    const warm = cv - cu
    if (l < mean * 0.92 || warm > 46) continue
    for (let j = 0; j < height; j++) {
      const n = j * width + i
      const step = Math.abs(y[n]! - l) + 1.5 * (Math.abs(u[n]! - cu) + Math.abs(v[n]! - cv))
      if (step > 26 || y[n]! < mean * 0.8) break
      data[n] = 1
      l += (y[n]! - l) * 0.25
      cu += (u[n]! - cu) * 0.2
      cv += (v[n]! - cv) * 0.2
    }
  }
  return { width, height, data }
}
