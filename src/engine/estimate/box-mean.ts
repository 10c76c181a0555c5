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
  const begin = Math.min(r, count - 1)
  for (let i = 0; i <= begin; i++) sum += from[start + i * step]!
  let held = begin + 1
  for (let i = 0, at = start; i < count; i++, at += step) {
    to[at] = sum / held
    const come = i + r + 1
    const gone = i - r
    if (come < count) {
      sum += from[start + come * step]!
      held += 1
    }
    if (gone >= 0) {
      sum -= from[start + gone * step]!
      held -= 1
    }
  }
}
