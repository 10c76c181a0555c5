import type { SignalMap } from './glance.ts'

/** The mean over a square of `2r + 1` pixels a side, cut off at the edges of the map. */
export function boxMean({ width, height, data }: SignalMap, r: number): SignalMap {
  const across = new Float32Array(data.length)
  const out = new Float32Array(data.length)
  for (let j = 0; j < height; j++) run(data, across, j * width, 1, width, r)
  for (let i = 0; i < width; i++) run(across, out, i, width, height, r)
  return { width, height, data: out }
}

function run(
  from: Float32Array,
  to: Float32Array,
  start: number,
  step: number,
  count: number,
  r: number,
) {
  let sum = 0
  for (let i = 0; i <= Math.min(r, count - 1); i++) sum += from[start + i * step]!
  for (let i = 0; i < count; i++) {
    const low = Math.max(0, i - r)
    const high = Math.min(count - 1, i + r)
    to[start + i * step] = sum / (high - low + 1)
    if (i + r + 1 < count) sum += from[start + (i + r + 1) * step]!
    if (i - r >= 0) sum -= from[start + (i - r) * step]!
  }
}
