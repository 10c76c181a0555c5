/** How each pixel of a line is made of another line's: `count` weights from `first` on. */
export type Taps = {
  count: number
  first: Int32Array
  /** 16384 = 1, `count` for each pixel. */
  weights: Int16Array
}

const lobes = 3

const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
const lanczos = (x: number) => (Math.abs(x) < lobes ? sinc(x) * sinc(x / lobes) : 0)

/**
 * Lanczos weights for pixels `from`…`to` (exclusive) of a line on which `samples` samples lie
 * evenly between `left` and `right`. Beyond its ends the line repeats its edge. `multiple` is what
 * the count is rounded up to.
 */
export function resampleTaps(
  samples: number,
  left: number,
  right: number,
  from: number,
  to: number,
  multiple: number,
): Taps {
  const step = samples / (right - left)
  const blur = Math.max(1, step)
  const reach = lobes * blur
  const most = Math.min(samples, Math.ceil(2 * reach) + 1)
  const count = Math.ceil(most / multiple) * multiple
  const first = new Int32Array(Math.max(0, to - from))
  const weights = new Int16Array(first.length * count)
  for (let n = 0; n < first.length; n++) {
    const centre = (from + n + 0.5 - left) * step - 0.5
    const begin = Math.ceil(centre - reach)
    const start = Math.min(Math.max(begin, 0), samples - most)
    const raw = new Float64Array(count)
    let sum = 0
    for (let s = begin; s <= centre + reach; s++) {
      const w = lanczos((s - centre) / blur)
      const at = Math.min(Math.max(s, 0), samples - 1) - start
      raw[at] = (raw[at] ?? 0) + w
      sum += w
    }
    first[n] = start
    whole(raw, sum).forEach((w, k) => (weights[n * count + k] = w))
  }
  return { count, first, weights }
}

/** Rounds weights so that they still add up to one: flat colour stays exactly flat. */
function whole(raw: Float64Array, sum: number): number[] {
  const scaled = Array.from(raw, (w) => Math.round((w / sum) * 16_384))
  const rest = 16_384 - scaled.reduce((a, b) => a + b, 0)
  const largest = scaled.indexOf(Math.max(...scaled))
  scaled[largest] = (scaled[largest] ?? 0) + rest
  return scaled
}
