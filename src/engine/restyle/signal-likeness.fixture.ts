import { correlation } from '../estimate/correlation.ts'
import { estimateDepth } from '../estimate/estimate-depth.ts'
import { estimateFace } from '../estimate/estimate-face.ts'
import { estimateNormals } from '../estimate/estimate-normals.ts'
import { estimatePose } from '../estimate/estimate-pose.ts'
import { estimateTrajectory } from '../estimate/estimate-trajectory.ts'
import { glanceOf } from '../estimate/glance.ts'
import { rgbPicture } from '../estimate/rgb-picture.ts'
import type { clipOf } from './source-clip.fixture.ts'

type Clip = Awaited<ReturnType<typeof clipOf>>
export type Signal = 'depth' | 'normals' | 'pose' | 'face' | 'trajectory'

const looks = (clip: Clip) => [1, clip.frames.length >> 1, clip.frames.length - 2]
const glance = (clip: Clip, frame: number) => glanceOf(clip.frames[frame]!, clip, 160)
const picture = (clip: Clip, frame: number) => rgbPicture(clip.frames[frame]!, clip, 256)
const mean = (values: number[]) => values.reduce((sum, v) => sum + v, 0) / values.length

/** Joints and mesh points as a row of soft spots on a coarse grid, so that rows can be correlated. */
function spots(points: readonly { x: number; y: number; weight: number }[], reach: number) {
  const side = 48
  const grid = new Float32Array(side * side)
  for (let n = 0; n < grid.length; n++) {
    const [x, y] = [((n % side) + 0.5) / side, (Math.floor(n / side) + 0.5) / side]
    for (const point of points) {
      const d = Math.hypot(point.x - x, point.y - y) / reach
      grid[n]! += point.weight * Math.exp(-d * d)
    }
  }
  return grid
}

async function poseSpots(clip: Clip, frame: number) {
  const { joints } = await estimatePose(picture(clip, frame))
  const weighed = joints.map(({ x, y, score }) => ({ x, y, weight: score > 0.25 ? score : 0 }))
  return spots(weighed, 0.05)
}

async function faceSpots(clip: Clip, frame: number) {
  const face = await estimateFace(picture(clip, frame))
  return spots(face?.points.map(({ x, y }) => ({ x, y, weight: 1 })) ?? [], 0.03)
}

function leans(clip: Clip, frame: number) {
  const { x, y } = estimateNormals(glance(clip, frame))
  return [...x.data, ...y.data]
}

function steps(clip: Clip) {
  return clip.frames.slice(1).flatMap((_, n) => {
    const { dx, dy } = estimateTrajectory(glance(clip, n + 1), glance(clip, n))
    return [...dx, ...dy]
  })
}

/** Correlation of a signal estimated on a source with the same estimated on its edit. */
export async function likeness(signal: Signal, source: Clip, edit: Clip): Promise<number> {
  if (signal === 'trajectory') return correlation(steps(source), steps(edit))
  const of = {
    depth: (clip: Clip, frame: number) => estimateDepth(glance(clip, frame)).data,
    normals: leans,
    pose: poseSpots,
    face: faceSpots,
  }[signal]
  const each = looks(source).map(async (frame) =>
    correlation(await of(source, frame), await of(edit, frame)),
  )
  return mean(await Promise.all(each))
}
