import { boxMean } from './box-mean.ts'
import type { Glance, SignalMap } from './glance.ts'

/** A map as a straight line of luma at each place: `slope · luma + base`, luma 0 … 255. */
type GuidedMap = { slope: SignalMap; base: SignalMap }

/**
 * Fits maps to the edges of a picture (He, Sun, Tang 2010): put through its lines at any size, a
 * map has the picture's edges. `softness` is the luma variance that counts as flat.
 */
export function guidedFilter(
  { width, height, y }: Glance,
  r: number,
  softness: number,
): (map: SignalMap) => GuidedMap {
  const count = y.length
  const mapOf = (data: Float32Array): SignalMap => ({ width, height, data })
  const luma = Float32Array.from(y)
  const squares = new Float32Array(count)
  for (let n = 0; n < count; n++) squares[n] = luma[n]! * luma[n]!
  const mean = boxMean(mapOf(luma), r).data
  const spread = boxMean(mapOf(squares), r).data
  for (let n = 0; n < count; n++) spread[n] = spread[n]! - mean[n]! * mean[n]! + softness

  return (map) => {
    const { data } = map
    const product = new Float32Array(count)
    for (let n = 0; n < count; n++) product[n] = luma[n]! * data[n]!
    const own = boxMean(map, r).data
    const both = boxMean(mapOf(product), r).data
    for (let n = 0; n < count; n++) {
      both[n] = (both[n]! - mean[n]! * own[n]!) / spread[n]!
      own[n] = own[n]! - both[n]! * mean[n]!
    }
    return { slope: boxMean(mapOf(both), r), base: boxMean(mapOf(own), r) }
  }
}
