import type { Glance } from './glance.ts'

/** Luma of one size of a pyramid; `at` reads between pixels and beyond the edge. */
export type Level = { width: number; height: number; at(x: number, y: number): number }

const levels = 3

/** A glance's luma, smoothed a little, and twice its half; level 0 is the largest. */
export function pyramid({ width, height, y }: Glance): Level[] {
  let now = smoothed(Float32Array.from(y), width, height)
  let [w, h] = [width, height]
  const all: Level[] = [level(now, w, h)]
  while (all.length < levels && Math.min(w, h) >= 24) {
    now = smoothed(halved(now, w, h), w >> 1, h >> 1)
    ;[w, h] = [w >> 1, h >> 1]
    all.push(level(now, w, h))
  }
  return all
}

function level(data: Float32Array, width: number, height: number): Level {
  return {
    width,
    height,
    at(x, y) {
      const px = x < 0 ? 0 : x > width - 1.001 ? width - 1.001 : x
      const py = y < 0 ? 0 : y > height - 1.001 ? height - 1.001 : y
      const i = px | 0
      const j = py | 0
      const n = j * width + i
      const tx = px - i
      const top = data[n]! + (data[n + 1]! - data[n]!) * tx
      const low = data[n + width]! + (data[n + width + 1]! - data[n + width]!) * tx
      return top + (low - top) * (py - j)
    },
  }
}

function smoothed(data: Float32Array, w: number, h: number): Float32Array {
  const out = new Float32Array(data.length)
  for (let j = 0; j < h; j++) {
    for (let i = 0; i < w; i++) {
      const n = j * w + i
      const left = i > 0 ? data[n - 1]! : data[n]!
      const right = i < w - 1 ? data[n + 1]! : data[n]!
      const up = j > 0 ? data[n - w]! : data[n]!
      const down = j < h - 1 ? data[n + w]! : data[n]!
      out[n] = data[n]! * 0.5 + (left + right + up + down) * 0.125
    }
  }
  return out
}

function halved(data: Float32Array, w: number, h: number): Float32Array {
  const [hw, hh] = [w >> 1, h >> 1]
  const out = new Float32Array(hw * hh)
  for (let j = 0; j < hh; j++) {
    for (let i = 0; i < hw; i++) {
      const n = j * 2 * w + i * 2
      out[j * hw + i] = (data[n]! + data[n + 1]! + data[n + w]! + data[n + w + 1]!) / 4
    }
  }
  return out
}
