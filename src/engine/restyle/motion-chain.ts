import type { MotionField } from '../estimate/estimate-trajectory.ts'
import { hashText } from '../scene/seeded-draw.ts'

/** Where each place of a frame stands in another frame: fractions of width and height. */
export type Drift = { columns: number; rows: number; dx: Float32Array; dy: Float32Array }

const noDrift = ({ columns, rows }: MotionField): Drift => ({
  columns,
  rows,
  dx: new Float32Array(columns * rows),
  dy: new Float32Array(columns * rows),
})

function among(d: Float32Array, n: number, columns: number, tx: number, ty: number): number {
  const top = d[n]! + (d[n + 1]! - d[n]!) * tx
  const low = d[n + columns]! + (d[n + columns + 1]! - d[n + columns]!) * tx
  return top + (low - top) * ty
}

/** A drift between its own places. */
export function driftAt({ columns, rows, dx, dy }: Drift, x: number, y: number): [number, number] {
  const px = Math.min(columns - 1.001, Math.max(0, x * columns - 0.5))
  const py = Math.min(rows - 1.001, Math.max(0, y * rows - 0.5))
  const [i, j] = [Math.floor(px), Math.floor(py)]
  const [tx, ty] = [px - i, py - j]
  const n = j * columns + i
  return [among(dx, n, columns, tx, ty), among(dy, n, columns, tx, ty)]
}

/** One step further: a field `step` from a new frame to a known one, whose drift is `known`. */
function chained(step: Drift, known: Drift, settle: number): Drift {
  const next: Drift = { ...step, dx: step.dx.slice(), dy: step.dy.slice() }
  for (let n = 0; n < next.dx.length; n++) {
    const x = ((n % step.columns) + 0.5) / step.columns
    const y = (Math.floor(n / step.columns) + 0.5) / step.rows
    const [kx, ky] = driftAt(known, x + step.dx[n]!, y + step.dy[n]!)
    next.dx[n]! += kx
    next.dy[n]! += ky
  }
  if (settle > 0) {
    towardsPlane(next.dx, step, settle)
    towardsPlane(next.dy, step, settle)
  }
  return next
}

/** Draws a field towards its best-fitting plane, so that small errors do not pile up. */
function towardsPlane(d: Float32Array, { columns, rows }: Drift, share: number) {
  let [sum, sx, sy, xx, yy] = [0, 0, 0, 0, 0]
  const place = (n: number) => [
    ((n % columns) + 0.5) / columns - 0.5,
    (Math.floor(n / columns) + 0.5) / rows - 0.5,
  ]
  for (let n = 0; n < d.length; n++) {
    const [x, y] = place(n) as [number, number]
    sum += d[n]!
    sx += d[n]! * x
    sy += d[n]! * y
    xx += x * x
    yy += y * y
  }
  for (let n = 0; n < d.length; n++) {
    const [x, y] = place(n) as [number, number]
    d[n]! += (sum / d.length + (sx / xx) * x + (sy / yy) * y - d[n]!) * share
  }
}

/** For every frame: where its places stood in frame 0. */
export function driftsToFirst(motion: readonly MotionField[]): Drift[] {
  const drifts: Drift[] = []
  for (const [frame, field] of motion.entries()) {
    drifts.push(frame === 0 ? noDrift(field) : chained(field, drifts[frame - 1]!, 0.05))
  }
  return drifts
}

/** For every frame within `reach` of `guide`: where its places stand in the guide's frame. */
export function driftsToGuide(
  motion: readonly MotionField[],
  guide: number,
  reach: number,
): Map<number, Drift> {
  const drifts = new Map<number, Drift>([[guide, noDrift(motion[guide]!)]])
  for (let t = guide + 1; t < Math.min(motion.length, guide + reach); t++) {
    drifts.set(t, chained(motion[t]!, drifts.get(t - 1)!, 0.02))
  }
  for (let t = guide - 1; t >= Math.max(0, guide - reach + 1); t--) {
    drifts.set(t, chained(turned(motion[t + 1]!), drifts.get(t + 1)!, 0.02))
  }
  return drifts
}

/** From a field of frame → frame before, the field of frame before → frame. */
export function turned(field: MotionField): Drift {
  const back = { columns: field.columns, rows: field.rows, dx: field.dx, dy: field.dy }
  const next = noDrift(field)
  for (let n = 0; n < next.dx.length; n++) {
    const x = ((n % field.columns) + 0.5) / field.columns
    const y = (Math.floor(n / field.columns) + 0.5) / field.rows
    let [dx, dy] = [-field.dx[n]!, -field.dy[n]!]
    for (let pass = 0; pass < 2; pass++) {
      const [bx, by] = driftAt(back, x + dx, y + dy)
      ;[dx, dy] = [-bx, -by]
    }
    next.dx[n] = dx
    next.dy[n] = dy
  }
  return next
}

/** The numbers of the tracks that are left of `count` when a share of them is dropped. */
export const tracksKept = (count: number, sparsity: number): number[] =>
  Array.from({ length: count }, (_, n) => n).filter(
    (n) => sparsity <= 0 || hashText('track', n) / 2 ** 32 >= sparsity * 0.96,
  )

/** The tracks left when a share of them is dropped: gaps take on what is left around them. */
export function thinned(motion: readonly MotionField[], sparsity: number): MotionField[] {
  if (sparsity <= 0) return [...motion]
  return motion.map((field) => {
    const { columns, rows, trust } = field
    const kept = tracksKept(trust.length, sparsity)
    const dx = new Float32Array(trust.length)
    const dy = new Float32Array(trust.length)
    for (let n = 0; n < trust.length; n++) {
      const [x, y] = [n % columns, Math.floor(n / columns)]
      let weight = 1e-9
      for (const m of kept) {
        const d2 = (x - (m % columns)) ** 2 + (y - Math.floor(m / columns)) ** 2
        const share = (trust[m]! + 0.02) / (0.2 + d2 * d2)
        dx[n]! += field.dx[m]! * share
        dy[n]! += field.dy[m]! * share
        weight += share
      }
      dx[n]! /= weight
      dy[n]! /= weight
    }
    return { columns, rows, dx, dy, trust }
  })
}
