import { meeting } from './meeting.ts'
import type { Similarity } from './similarity.ts'
import { rest } from './similarity.ts'
import type { Plane } from './shrunk.ts'

/** Differences of structure above this are another thing, not the same one moved. */
const outlier = 0.6

/** Solves a symmetric 4 × 4 system in place; `null` when it says nothing. */
function solved(m: Float64Array, v: Float64Array): Float64Array | null {
  for (let k = 0; k < 4; k++) {
    const pivot = m[k * 5]!
    if (Math.abs(pivot) < 1e-9) return null
    for (let r = k + 1; r < 4; r++) {
      const f = m[r * 4 + k]! / pivot
      for (let c = k; c < 4; c++) m[r * 4 + c]! -= f * m[k * 4 + c]!
      v[r]! -= f * v[k]!
    }
  }
  for (let k = 3; k >= 0; k--) {
    for (let c = k + 1; c < 4; c++) v[k]! -= m[k * 4 + c]! * v[c]!
    v[k]! /= m[k * 5]!
  }
  return v
}

function step(first: Plane, second: Plane, motion: Similarity): Similarity | null {
  const { width, height } = first
  const { a, b, seen } = meeting(first, second, motion, null)
  const m = new Float64Array(16)
  const v = new Float64Array(4)
  const row = new Float64Array(4)
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2]
  for (let j = 2; j < height - 2; j++) {
    for (let i = 2; i < width - 2; i++) {
      const at = j * width + i
      if (!seen[at - 1 - width] || !seen[at + 1 + width]) continue
      const apart = b[at]! - a[at]!
      const gx = (a[at + 1]! - a[at - 1]! + b[at + 1]! - b[at - 1]!) * 0.25 * width
      const gy = (a[at + width]! - a[at - width]! + b[at + width]! - b[at - width]!) * 0.25 * width
      const x = (i - cx) / width
      const y = (j - cy) / width
      const share = 1 / (1 + (apart / outlier) ** 2)
      row[0] = gx
      row[1] = gy
      row[2] = gx * x + gy * y
      row[3] = gy * x - gx * y
      for (let r = 0; r < 4; r++) {
        const k = share * row[r]!
        v[r]! -= k * apart
        for (let c = r; c < 4; c++) m[r * 4 + c]! += k * row[c]!
      }
    }
  }
  for (let r = 1; r < 4; r++) for (let c = 0; c < r; c++) m[r * 4 + c] = m[c * 4 + r]!
  const d = solved(m, v)
  if (!d) return null
  return {
    x: motion.x + d[0]!,
    y: motion.y + d[1]!,
    zoom: motion.zoom + d[2]!,
    roll: motion.roll + d[3]!,
  }
}

/**
 * Finds the motion between two pictures from coarse to fine: `levels` are pairs of the same pictures
 * (structure or luma), the coarsest first, each refined from the last one's answer.
 */
export function globalMotion(
  levels: readonly { first: Plane; second: Plane }[],
  start: Similarity = rest,
): Similarity {
  let motion = start
  for (const { first, second } of levels) {
    for (let turn = 0; turn < 12; turn++) {
      const next = step(first, second, motion)
      if (!next || Math.abs(next.x) > 0.6 || Math.abs(next.y) > 0.6) break
      if (Math.abs(next.zoom) > 1 || Math.abs(next.roll) > 1) break
      const change =
        Math.abs(next.x - motion.x) +
        Math.abs(next.y - motion.y) +
        0.5 * (Math.abs(next.zoom - motion.zoom) + Math.abs(next.roll - motion.roll))
      motion = next
      if (change * first.width < 0.005) break
    }
  }
  return motion
}
