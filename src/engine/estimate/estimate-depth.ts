import { boxMean } from './box-mean.ts'
import type { Glance, SignalMap } from './glance.ts'

/** How much each sign of distance counts. */
const shares = { height: 0.3, haze: 0.34, softness: 0.22, stillness: 0.14 }

/**
 * Estimated distance of every place, 0 near … 1 far. Classical, not learned: high in the frame,
 * hazy (the darkest channel is bright), soft, and still against the rest of the picture means far.
 * `parallax` is the motion of each place against the whole frame, 0 still … 1, where it is known.
 */
export function estimateDepth(glance: Glance, parallax?: SignalMap): SignalMap {
  const { width, height, y } = glance
  const reach = Math.max(2, Math.round(width / 32))
  const haze = boxMean(darkChannel(glance, Math.max(1, reach >> 1)), reach)
  const sharp = boxMean(sharpness(glance), reach)
  const data = new Float32Array(y.length)
  for (let j = 0; j < height; j++) {
    const up = 1 - (j + 0.5) / height
    for (let i = 0; i < width; i++) {
      const n = j * width + i
      const soft = 1 - Math.min(1, sharp.data[n]! / 14)
      const moved = parallax ? parallax.data[n]! : 0.5
      data[n] =
        shares.height * up +
        shares.haze * haze.data[n]! +
        shares.softness * soft +
        shares.stillness * (1 - moved)
    }
  }
  return { width, height, data }
}

/** The smallest of red, green and blue around each place, 0 … 1. */
function darkChannel({ width, height, y, u, v }: Glance, r: number): SignalMap {
  const least = new Float32Array(y.length)
  for (let n = 0; n < least.length; n++) {
    const l = 1.164 * (y[n]! - 16)
    const cu = u[n]! - 128
    const cv = v[n]! - 128
    const dark = Math.min(l + 1.793 * cv, l - 0.213 * cu - 0.533 * cv, l + 2.112 * cu)
    least[n] = Math.max(0, Math.min(1, dark / 255))
  }
  const across = lowest(least, width, height, 1, width, r)
  return { width, height, data: lowest(across, height, width, width, 1, r) }
}

function lowest(
  from: Float32Array,
  count: number,
  lines: number,
  step: number,
  next: number,
  r: number,
): Float32Array {
  const to = new Float32Array(from.length)
  for (let line = 0; line < lines; line++) {
    for (let i = 0; i < count; i++) {
      let least = Infinity
      for (let k = Math.max(0, i - r); k <= Math.min(count - 1, i + r); k++) {
        least = Math.min(least, from[line * next + k * step]!)
      }
      to[line * next + i * step] = least
    }
  }
  return to
}

/** How far each pixel stands out from its four neighbours, luma steps. */
function sharpness({ width, height, y }: Glance): SignalMap {
  const data = new Float32Array(y.length)
  for (let j = 1; j < height - 1; j++) {
    for (let i = 1; i < width - 1; i++) {
      const n = j * width + i
      const around = y[n - 1]! + y[n + 1]! + y[n - width]! + y[n + width]!
      data[n] = Math.abs(4 * y[n]! - around)
    }
  }
  return { width, height, data }
}
