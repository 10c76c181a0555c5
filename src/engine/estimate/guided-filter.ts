import { boxMean } from './box-mean.ts'
import type { Glance, SignalMap } from './glance.ts'

/** A map as a straight line of luma at each place: `slope · luma + base`, luma 0 … 255. */
export type GuidedMap = { slope: SignalMap; base: SignalMap }

/**
 * Fits a map to the edges of its picture (He, Sun, Tang 2010): put through the lines at any size,
 * it has the picture's edges. `softness` is the luma variance that counts as flat.
 */
export function guidedFilter(
  map: SignalMap,
  glance: Pick<Glance, 'y'>,
  r: number,
  softness: number,
): GuidedMap {
  const { width, height, data } = map
  const of = (at: (i: number) => number) =>
    boxMean({ width, height, data: Float32Array.from(data, (_, i) => at(i)) }, r).data
  const luma = glance.y
  const meanI = of((i) => luma[i]!)
  const meanP = boxMean(map, r).data
  const meanIP = of((i) => luma[i]! * data[i]!)
  const meanII = of((i) => luma[i]! ** 2)
  const slope = new Float32Array(data.length)
  const base = new Float32Array(data.length)
  for (let i = 0; i < data.length; i++) {
    const cov = meanIP[i]! - meanI[i]! * meanP[i]!
    slope[i] = cov / (meanII[i]! - meanI[i]! ** 2 + softness)
    base[i] = meanP[i]! - slope[i]! * meanI[i]!
  }
  return {
    slope: boxMean({ width, height, data: slope }, r),
    base: boxMean({ width, height, data: base }, r),
  }
}
