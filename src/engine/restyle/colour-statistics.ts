import type { Glance } from '../estimate/glance.ts'
import { toOklab } from '../scene/colour.ts'
import { toLinear } from './yuv-colour.ts'

/** Mean and spread of OKLab's three axes over a picture. */
export type ColourStatistics = {
  mean: [number, number, number]
  spread: [number, number, number]
}

/** Statistics of a few glances together; every second pixel counts. */
export function colourStatistics(glances: readonly Glance[]): ColourStatistics {
  const sum = [0, 0, 0]
  const squares = [0, 0, 0]
  let count = 0
  for (const { y, u, v } of glances) {
    for (let n = 0; n < y.length; n += 2) {
      const lab = toOklab(toLinear([y[n]!, u[n]! - 128, v[n]! - 128]))
      count += 1
      for (let c = 0; c < 3; c++) {
        sum[c]! += lab[c]!
        squares[c]! += lab[c]! ** 2
      }
    }
  }
  const mean = (c: number) => sum[c]! / Math.max(1, count)
  const spread = (c: number) =>
    Math.sqrt(Math.max(1e-6, squares[c]! / Math.max(1, count) - mean(c) ** 2))
  return {
    mean: [mean(0), mean(1), mean(2)],
    spread: [spread(0), spread(1), spread(2)],
  }
}
