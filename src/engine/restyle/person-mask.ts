import { boxMean } from '../estimate/box-mean.ts'
import type { Face } from '../estimate/estimate-face.ts'
import type { Pose } from '../estimate/estimate-pose.ts'
import type { SignalMap } from '../estimate/glance.ts'

type Size = { width: number; height: number }
type Spot = { x: number; y: number }

/** Pairs of joints (COCO's order) with the breadth of the limb in shoulder breadths. */
export const limbs: readonly [number, number, number][] = [
  [5, 7, 0.22],
  [7, 9, 0.19],
  [6, 8, 0.22],
  [8, 10, 0.19],
  [11, 13, 0.28],
  [13, 15, 0.22],
  [12, 14, 0.28],
  [14, 16, 0.22],
  [5, 11, 0.3],
  [6, 12, 0.3],
  [5, 12, 0.3],
  [6, 11, 0.3],
  [5, 6, 0.26],
]
/** Confidence from which a joint is drawn on. */
export const sure = 0.22

/** Where a body is, 0 … 1: limbs and trunk as round bars, the head as a disc; edges soft. */
export function bodyMask(pose: Pose, size: Size, spread: number): SignalMap {
  const { width, height } = size
  const at = (n: number) => {
    const joint = pose.joints[n]!
    return { x: joint.x * width, y: joint.y * height, score: joint.score }
  }
  const bars: { a: Spot; b: Spot; r: number }[] = []
  const [left, right] = [at(5), at(6)]
  const broad = Math.max(
    Math.hypot(left.x - right.x, left.y - right.y),
    0.3 * Math.hypot(at(5).x - at(11).x, at(5).y - at(11).y),
    width * 0.03,
  )
  for (const [from, to, breadth] of limbs) {
    const [a, b] = [at(from), at(to)]
    if (a.score >= sure && b.score >= sure) bars.push({ a, b, r: broad * breadth * spread })
  }
  const head = [0, 1, 2, 3, 4].map(at).filter(({ score }) => score >= sure)
  if (head.length > 0) {
    const x = head.reduce((sum, p) => sum + p.x, 0) / head.length
    const y = head.reduce((sum, p) => sum + p.y, 0) / head.length
    const r = broad * 0.46 * spread
    const neck = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2 }
    bars.push({ a: { x, y: y - r * 0.25 }, b: { x, y: y + r * 0.15 }, r })
    bars.push({ a: { x, y }, b: neck, r: r * 0.55 })
  }
  return soft(fillBars(bars, size), Math.max(1, Math.round(width / 90)))
}

/** Where a face is: the oval around its mesh, a little larger. */
export function faceMask({ points }: Face, size: Size): SignalMap {
  const xs = points.map(({ x }) => x * size.width)
  const ys = points.map(({ y }) => y * size.height)
  const [x0, x1] = [Math.min(...xs), Math.max(...xs)]
  const [y0, y1] = [Math.min(...ys), Math.max(...ys)]
  const cx = (x0 + x1) / 2
  const cy = (y0 + y1) / 2 - (y1 - y0) * 0.06
  const rx = ((x1 - x0) / 2) * 1.22
  const ry = ((y1 - y0) / 2) * 1.32
  const data = new Float32Array(size.width * size.height)
  for (let j = 0; j < size.height; j++) {
    for (let i = 0; i < size.width; i++) {
      const d = Math.hypot((i + 0.5 - cx) / rx, (j + 0.5 - cy) / ry)
      data[j * size.width + i] = Math.min(1, Math.max(0, (1 - d) * 4 + 0.5))
    }
  }
  return { ...size, data }
}

function fillBars(bars: readonly { a: Spot; b: Spot; r: number }[], size: Size): SignalMap {
  const { width, height } = size
  const data = new Float32Array(width * height)
  for (const { a, b, r } of bars) {
    const [x0, x1] = [Math.min(a.x, b.x) - r - 1, Math.max(a.x, b.x) + r + 1]
    const [y0, y1] = [Math.min(a.y, b.y) - r - 1, Math.max(a.y, b.y) + r + 1]
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const length = dx * dx + dy * dy || 1
    for (let j = Math.max(0, Math.floor(y0)); j < Math.min(height, y1); j++) {
      for (let i = Math.max(0, Math.floor(x0)); i < Math.min(width, x1); i++) {
        const t = ((i + 0.5 - a.x) * dx + (j + 0.5 - a.y) * dy) / length
        const k = Math.min(1, Math.max(0, t))
        const d = Math.hypot(i + 0.5 - a.x - dx * k, j + 0.5 - a.y - dy * k)
        const n = j * width + i
        data[n] = Math.max(data[n]!, Math.min(1, Math.max(0, r - d + 0.5)))
      }
    }
  }
  return { width, height, data }
}

const soft = (map: SignalMap, r: number) => boxMean(boxMean(map, r), r)
