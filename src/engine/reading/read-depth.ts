import { boxBlur } from '../scene/box-blur.ts'
import type { Planes } from './planes-of.ts'
import type { SkyReading } from './read-sky.ts'

/**
 * Estimated depth, 0 at the lens … 1 at the horizon and in the sky: the ground recedes to the
 * horizon, and what stands above it is the farther the paler and calmer it is.
 */
export function readDepth(planes: Planes, sky: SkyReading): Float32Array {
  const { width, height, lab, edge, lightness } = planes
  const detail = boxBlur(edge, width, height, Math.max(1, width * 0.02))
  const horizon = sky.horizon * height
  let air = 0
  let weight = 1e-6
  for (let p = 0; p < edge.length; p++) {
    air += lightness[p]! * sky.plane[p]!
    weight += sky.plane[p]!
  }
  air = sky.share > 0 ? air / weight : 0.9
  const depth = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const below = (y - horizon) / Math.max(1, height - horizon)
    for (let x = 0; x < width; x++) {
      const p = y * width + x
      const chroma = Math.hypot(lab[p * 3 + 1]!, lab[p * 3 + 2]!)
      const pale =
        Math.max(0, 1 - Math.abs(lightness[p]! - air) * 2.2) * (1 - Math.min(1, chroma * 6))
      const soft = Math.max(0, 1 - detail[p]! * 22)
      const ground = 1 / (1 + Math.max(0, below) * 7)
      const hazy = Math.min(1, 0.55 * pale + 0.45 * soft)
      const standing = 0.5 + 0.4 * hazy
      const own = below > 0 ? ground * (0.86 + 0.14 * hazy) : standing
      depth[p] = own + (1 - own) * sky.plane[p]!
    }
  }
  return depth
}
