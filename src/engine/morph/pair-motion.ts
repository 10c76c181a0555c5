import type { Size } from '#contract/size.ts'
import { boxMean } from './box-mean.ts'
import { broadSearch } from './broad-search.ts'
import { denseFlow } from './dense-flow.ts'
import { meeting, type Flow } from './meeting.ts'
import { globalMotion } from './global-motion.ts'
import { rest, type Similarity } from './similarity.ts'
import { shrunk, smallSize, type Plane } from './shrunk.ts'
import { structureOf } from './structure.ts'

/** Copies of one picture's structure, the smallest first. */
export type Pyramid = (Plane & { texture: Float32Array })[]

const longSides = [40, 80, 160, 320]
/** The level that dense flow ends at. */
const flowLevel = 2

/** From the luma of an I420 picture. */
export function pyramidOf(luma: Uint8Array, size: Size): Pyramid {
  const [tiny, small, middle, large] = longSides.map((long) => smallSize(size, long))
  const planes: Plane[] = [shrunk(luma, size, large!)]
  for (const to of [middle!, small!, tiny!])
    planes.push(shrunk(planes.at(-1)!.data, planes.at(-1)!, to))
  return planes.map(structureOf).toReversed()
}

export type PairMotion = {
  /** `flow`: parts move on their own; `camera`: the whole picture moves; `none`: unlike pictures. */
  kind: 'flow' | 'camera' | 'none'
  motion: Similarity
  flow: Flow | null
  /** How alike the pictures are once moved together, at most 1: what the kind was decided by. */
  likeness: { still: number; camera: number; flow: number }
}

/** Likeness from which on a motion is believed. */
const believed = 0.5
/** Below this not even parts have moved from here to there. */
const hopeless = 0.3
const radius = 4

/** Correlation in a window around each pixel, and the texture that it speaks for. */
function localLikeness(
  first: Pyramid[number],
  second: Pyramid[number],
  motion: Similarity,
  flow: Flow | null,
) {
  const { width, height } = first
  const { a, b, seen } = meeting(first, second, motion, flow)
  const texture = meeting(
    { width, height, data: first.texture },
    { width, height, data: second.texture },
    motion,
    flow,
  )
  const mean = (f: (i: number) => number) =>
    boxMean(
      Float32Array.from(a, (_, i) => f(i)),
      width,
      height,
      radius,
    )
  const ma = mean((i) => a[i]!)
  const mb = mean((i) => b[i]!)
  const aa = mean((i) => a[i]! ** 2)
  const bb = mean((i) => b[i]! ** 2)
  const ab = mean((i) => a[i]! * b[i]!)
  const local = new Float32Array(a.length)
  const weight = new Float32Array(a.length)
  for (let i = 0; i < a.length; i++) {
    const va = Math.max(0, aa[i]! - ma[i]! ** 2)
    const vb = Math.max(0, bb[i]! - mb[i]! ** 2)
    local[i] = (ab[i]! - ma[i]! * mb[i]!) / (Math.sqrt(va * vb) + 0.02)
    // Detail that only one of the two shows speaks against them.
    weight[i] = seen[i] ? Math.max(texture.a[i]!, texture.b[i]!) : 0
  }
  return { local, weight, seen }
}

function meanOf(local: Float32Array, weight: Float32Array, seen: Uint8Array): number {
  let [sum, all, inside] = [0, 0, 0]
  for (let i = 0; i < local.length; i++) {
    sum += local[i]! * weight[i]!
    all += weight[i]!
    inside += seen[i]!
  }
  const share = inside / local.length
  return share < 0.3 || all === 0 ? 0 : sum / all
}

/** Flow is kept where the pictures then agree, and fades to the camera's motion elsewhere. */
function trusted(flow: Flow, local: Float32Array, weight: Float32Array): Flow {
  const { width, height } = flow
  const trust = local.map((like, i) => {
    const t = Math.min(1, Math.max(0, (like - 0.4) / 0.35))
    return t * t * (3 - 2 * t) * (weight[i]! + 0.02)
  })
  const total = boxMean(boxMean(trust, width, height, 5), width, height, 5)
  const most = 0.06 * width
  const part = (f: Float32Array) => {
    const kept = boxMean(
      boxMean(
        f.map((v, i) => v * trust[i]!),
        width,
        height,
        3,
      ),
      width,
      height,
      3,
    )
    const near = boxMean(boxMean(trust, width, height, 3), width, height, 3)
    return kept.map((v, i) => {
      const mean = v / (near[i]! + 0.01)
      const held = Math.min(1, total[i]! / 0.15)
      return Math.max(-most, Math.min(most, mean * held))
    })
  }
  return { width, height, x: part(flow.x), y: part(flow.y) }
}

/** The camera's motion between two frames of a clip, and how much they are alike once moved. */
export function cameraMotion(first: Pyramid, second: Pyramid) {
  const levels = first.map((plane, n) => ({ first: plane, second: second[n]! }))
  const motion = globalMotion(levels)
  const judged = localLikeness(first[flowLevel]!, second[flowLevel]!, motion, null)
  return { motion, likeness: meanOf(judged.local, judged.weight, judged.seen) }
}

/** `quick` looks only for a motion of the camera that is not far; `fine` is to a fraction of a pixel. */
export type Care = 'quick' | 'usual' | 'fine'

/** Estimates how one picture becomes the other. */
export function pairMotion(first: Pyramid, second: Pyramid, care: Care = 'fine'): PairMotion {
  const levels = first.map((plane, n) => ({ first: plane, second: second[n]! }))
  const judge = (motion: Similarity, flow: Flow | null) => {
    const seen = localLikeness(first[flowLevel]!, second[flowLevel]!, motion, flow)
    return { ...seen, likeness: meanOf(seen.local, seen.weight, seen.seen) }
  }
  const still = judge(rest, null).likeness
  const coarse = levels.slice(0, flowLevel + 1)
  let motion = globalMotion(coarse)
  let camera = judge(motion, null).likeness
  if (camera < 0.8 && care !== 'quick') {
    const other = globalMotion(coarse, broadSearch(first[0]!, second[0]!))
    const likeness = judge(other, null).likeness
    if (likeness > camera) [motion, camera] = [other, likeness]
  }
  if (still >= camera) [motion, camera] = [rest, still]
  const isCamera = camera >= believed
  if (camera < hopeless || care === 'quick') {
    const kind = isCamera ? 'camera' : 'none'
    const own = isCamera ? motion : rest
    return { kind, motion: own, flow: null, likeness: { still, camera, flow: camera } }
  }
  if (isCamera && care === 'fine') motion = globalMotion(levels.slice(flowLevel), motion)
  const own = isCamera ? motion : rest
  const raw = denseFlow(coarse, own)
  const judged = judge(own, raw)
  const flow = trusted(raw, judged.local, judged.weight)
  const found = judge(own, flow).likeness
  const likeness = { still, camera, flow: found }
  if (found >= Math.max(believed, camera + 0.02)) {
    return { kind: 'flow', motion: own, flow, likeness }
  }
  if (isCamera) return { kind: 'camera', motion, flow: null, likeness }
  return { kind: 'none', motion: rest, flow: null, likeness }
}
