import type { Glance } from './glance.ts'
import { pyramid, type Level } from './pyramid.ts'

/**
 * Motion from one frame to the frame before it, at places on a regular grid: where what is seen
 * here stood then. Displacements are fractions of the frame's width and height; trust is 0 … 1.
 */
export type MotionField = {
  columns: number
  rows: number
  dx: Float32Array
  dy: Float32Array
  trust: Float32Array
}

const reach = 3
const passes = 5

/** Estimated motion: sparse tracks of the grid's places by Lucas and Kanade on a pyramid. */
export function estimateTrajectory(
  now: Glance,
  before: Glance,
  columns = 16,
  rows = 10,
): MotionField {
  const here = pyramid(now)
  const there = pyramid(before)
  const { width, height } = now
  const count = columns * rows
  const field = {
    columns,
    rows,
    dx: new Float32Array(count),
    dy: new Float32Array(count),
    trust: new Float32Array(count),
  }
  for (let level = here.length - 1; level >= 0; level--) {
    const size = here[level]!
    for (let n = 0; n < count; n++) {
      const x = (((n % columns) + 0.5) / columns) * size.width - 0.5
      const y = ((Math.floor(n / columns) + 0.5) / rows) * size.height - 0.5
      const k = size.width / width
      const found = track(size, there[level]!, x, y, field.dx[n]! * k, field.dy[n]! * k)
      field.dx[n] = found.dx / k
      field.dy[n] = found.dy / k
      field.trust[n] = found.trust
    }
    settle(field)
  }
  for (let n = 0; n < count; n++) {
    field.dx[n] = field.dx[n]! / width
    field.dy[n] = field.dy[n]! / height
  }
  return field
}

function track(a: Level, b: Level, x: number, y: number, fromX: number, fromY: number) {
  let [xx, xy, yy] = [0, 0, 0]
  const side = 2 * reach + 1
  const gx = new Float32Array(side * side)
  const gy = new Float32Array(side * side)
  const own = new Float32Array(side * side)
  for (let j = -reach, n = 0; j <= reach; j++) {
    for (let i = -reach; i <= reach; i++, n++) {
      const px = x + i
      const py = y + j
      const dx = (a.at(px + 1, py) - a.at(px - 1, py)) / 2
      const dy = (a.at(px, py + 1) - a.at(px, py - 1)) / 2
      gx[n] = dx
      gy[n] = dy
      own[n] = a.at(px, py)
      xx += dx * dx
      xy += dx * dy
      yy += dy * dy
    }
  }
  const half = (xx + yy) / 2
  const weakest = half - Math.sqrt(Math.max(0, half * half - (xx * yy - xy * xy)))
  const trust = weakest / (weakest + 120)
  // A little damping: along an edge only the motion across it can be seen.
  const damp = 12
  const det = (xx + damp) * (yy + damp) - xy * xy
  let [dx, dy] = [fromX, fromY]
  for (let pass = 0; pass < passes; pass++) {
    let [bx, by] = [0, 0]
    for (let j = -reach, n = 0; j <= reach; j++) {
      for (let i = -reach; i <= reach; i++, n++) {
        const off = b.at(x + i + dx, y + j + dy) - own[n]!
        bx += off * gx[n]!
        by += off * gy[n]!
      }
    }
    const sx = ((yy + damp) * bx - xy * by) / det
    const sy = ((xx + damp) * by - xy * bx) / det
    dx -= Math.max(-2, Math.min(2, sx))
    dy -= Math.max(-2, Math.min(2, sy))
    if (Math.abs(sx) + Math.abs(sy) < 0.02) break
  }
  return { dx, dy, trust }
}

/** Places that cannot be trusted take on what their neighbours and the whole frame do. */
function settle({ columns, rows, dx, dy, trust }: MotionField) {
  const [allX, allY] = [median(dx, trust), median(dy, trust)]
  const [oldX, oldY] = [dx.slice(), dy.slice()]
  for (let n = 0; n < dx.length; n++) {
    const [i, j] = [n % columns, Math.floor(n / columns)]
    let [sx, sy, weight] = [allX * 0.1, allY * 0.1, 0.1]
    for (let q = Math.max(0, j - 1); q <= Math.min(rows - 1, j + 1); q++) {
      for (let p = Math.max(0, i - 1); p <= Math.min(columns - 1, i + 1); p++) {
        const m = q * columns + p
        const share = trust[m]! ** 2 * (m === n ? 3 : 1)
        sx += oldX[m]! * share
        sy += oldY[m]! * share
        weight += share
      }
    }
    dx[n] = sx / weight
    dy[n] = sy / weight
  }
}

function median(values: Float32Array, trust: Float32Array): number {
  const known = [...values].filter((_, n) => trust[n]! > 0.3).toSorted((a, b) => a - b)
  return known[known.length >> 1] ?? 0
}
