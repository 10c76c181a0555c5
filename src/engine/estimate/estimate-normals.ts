import { boxMean } from './box-mean.ts'
import type { Glance, SignalMap } from './glance.ts'

/** Sideways and downward lean of the surface at each place, about −1 … 1; 0 faces the lens. */
export type NormalMap = { x: SignalMap; y: SignalMap }

/**
 * Estimated surface directions. Classical: shading is read as relief (brighter towards the light
 * means leaning towards it), and a slope of the estimated depth adds the large forms.
 */
export function estimateNormals(glance: Glance, depth?: SignalMap): NormalMap {
  const { width, height } = glance
  const r = Math.max(1, Math.round(width / 96))
  const relief = boxMean({ width, height, data: Float32Array.from(glance.y) }, r)
  const x = new Float32Array(width * height)
  const y = new Float32Array(width * height)
  const reach = Math.max(1, r)
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const left = j * width + Math.max(0, i - reach)
      const right = j * width + Math.min(width - 1, i + reach)
      const up = Math.max(0, j - reach) * width + i
      const down = Math.min(height - 1, j + reach) * width + i
      let dx = (relief.data[right]! - relief.data[left]!) / 48
      let dy = (relief.data[down]! - relief.data[up]!) / 48
      if (depth) {
        dx += (depth.data[right]! - depth.data[left]!) * 1.5
        dy += (depth.data[down]! - depth.data[up]!) * 1.5
      }
      const length = Math.sqrt(1 + dx * dx + dy * dy)
      x[j * width + i] = dx / length
      y[j * width + i] = dy / length
    }
  }
  return { x: { width, height, data: x }, y: { width, height, data: y } }
}
