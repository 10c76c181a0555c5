import { boxMean } from './box-mean.ts'
import type { Plane } from './shrunk.ts'

/** Luma below which differences are grain, codes. */
const floor = 5

/**
 * What stays of a picture when its light changes: luma less the mean around, over the contrast
 * around. Flat places come out near 0. `texture` is that contrast over (itself + floor), 0…1.
 */
export function structureOf({ width, height, data }: Plane): Plane & { texture: Float32Array } {
  const radius = Math.max(2, Math.round(Math.max(width, height) / 20))
  const mean = boxMean(data, width, height, radius)
  const squares = new Float32Array(data.length)
  for (let i = 0; i < data.length; i++) squares[i] = (data[i]! - mean[i]!) ** 2
  const spread = boxMean(squares, width, height, radius)
  const out = new Float32Array(data.length)
  const texture = new Float32Array(data.length)
  for (let i = 0; i < data.length; i++) {
    const contrast = Math.sqrt(spread[i]!)
    out[i] = (data[i]! - mean[i]!) / (contrast + floor)
    texture[i] = contrast / (contrast + floor)
  }
  return { width, height, data: out, texture }
}
