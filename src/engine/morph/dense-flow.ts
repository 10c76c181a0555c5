import type { Similarity } from './similarity.ts'
import { meeting, type Flow } from './meeting.ts'
import { sampled } from './mesh.ts'
import type { Plane } from './shrunk.ts'

/** Weight of smoothness against structure. */
const stiffness = 0.25
const warps = 5
const sweeps = 30

function twice({ width, height, x, y }: Flow, size: { width: number; height: number }): Flow {
  const wider = { ...size, x: new Float32Array(size.width * size.height), y: new Float32Array(0) }
  wider.y = new Float32Array(wider.x.length)
  const kx = width / size.width
  const ky = height / size.height
  for (let j = 0; j < size.height; j++) {
    for (let i = 0; i < size.width; i++) {
      const at = j * size.width + i
      const u = (i + 0.5) * kx - 0.5
      const v = (j + 0.5) * ky - 0.5
      wider.x[at] = sampled(x, width, height, u, v) / kx
      wider.y[at] = sampled(y, width, height, u, v) / ky
    }
  }
  return wider
}

/** Mean of the four neighbours, the border repeated. */
function around(f: Float32Array, at: number, i: number, j: number, w: number, h: number): number {
  const left = i > 0 ? f[at - 1]! : f[at]!
  const right = i < w - 1 ? f[at + 1]! : f[at]!
  const over = j > 0 ? f[at - w]! : f[at]!
  const under = j < h - 1 ? f[at + w]! : f[at]!
  return (left + right + over + under) / 4
}

function refine(first: Plane, second: Plane, motion: Similarity, flow: Flow): void {
  const { width, height } = first
  const { a, b, seen } = meeting(first, second, motion, flow)
  const count = width * height
  const gx = new Float32Array(count)
  const gy = new Float32Array(count)
  const apart = new Float32Array(count)
  const share = new Float32Array(count)
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const at = j * width + i
      const [l, r] = [i > 0 ? at - 1 : at, i < width - 1 ? at + 1 : at]
      const [o, u] = [j > 0 ? at - width : at, j < height - 1 ? at + width : at]
      gx[at] = (a[r]! - a[l]! + b[r]! - b[l]!) / 4
      gy[at] = (a[u]! - a[o]! + b[u]! - b[o]!) / 4
      const d = b[at]! - a[at]!
      // Said of the flow itself: what it would be apart without any.
      apart[at] = d - gx[at]! * flow.x[at]! - gy[at]! * flow.y[at]!
      share[at] = seen[at] ? 1 / Math.sqrt(1 + (d / 0.25) ** 2) : 0
    }
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let j = 0; j < height; j++) {
      for (let i = 0; i < width; i++) {
        const at = j * width + i
        const x = around(flow.x, at, i, j, width, height)
        const y = around(flow.y, at, i, j, width, height)
        const p = gx[at]!
        const q = gy[at]!
        const k = share[at]!
        const miss = (k * (p * x + q * y + apart[at]!)) / (stiffness * 0.1 + k * (p * p + q * q))
        flow.x[at] = x - p * miss
        flow.y[at] = y - q * miss
      }
    }
  }
}

/**
 * Horn and Schunck, coarse to fine, robust and symmetric: what stands at p - f/2 in the first picture
 * stands at p + f/2 in the second, over and above `motion`. Levels are structure, coarsest first.
 */
export function denseFlow(
  levels: readonly { first: Plane; second: Plane }[],
  motion: Similarity,
): Flow {
  let flow: Flow | null = null
  for (const { first, second } of levels) {
    const { width, height } = first
    const none = { x: new Float32Array(width * height), y: new Float32Array(width * height) }
    flow = flow ? twice(flow, { width, height }) : { width, height, ...none }
    for (let turn = 0; turn < warps; turn++) refine(first, second, motion, flow)
  }
  if (!flow) throw new RangeError('a flow needs at least one level')
  return flow
}
