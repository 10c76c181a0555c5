import { meshOf } from './mesh.ts'
import type { Anchor, MorphPlan } from './morph-plan.ts'
import { atRest, poseAlong, progress, type Pose } from './pose.ts'
import { addPoseShifts } from './pose-shifts.ts'
import { addStirring } from './stirring.ts'

/** Seconds until what stirs is fully there. */
const wakesS = 1

/** How much of what stirs shows at a frame: nothing at an anchor. */
export function stirringShare({ anchors, frames, isLoop }: MorphPlan, frame: number): number {
  if (isLoop) return Math.sin((Math.PI * frame) / frames) ** 2
  const away = Math.min(...anchors.map((anchor) => Math.abs(frame - anchor.frame))) / 24
  const t = Math.min(1, away / wakesS)
  return t * t * (3 - 2 * t)
}

/** The parent's motion, carried on ever slower; the view narrows little by little. */
function carriedPose({ carried, size }: MorphPlan, after: number): Pose {
  if (!carried) return atRest
  const { motion, frames } = carried
  const k = Math.sign(after) * frames * (1 - Math.exp(-Math.abs(after) / frames))
  const short = Math.min(size.width, size.height)
  const x = (-motion.x * k * size.width) / short
  const y = (-motion.y * k * size.width) / short
  const late = 1 - Math.exp(-((after / 20) ** 2))
  const beyond =
    Math.max((Math.abs(x) * short) / size.width, (Math.abs(y) * short) / size.height) * 2
  const zoom = Math.exp(motion.zoom * k) * (1 + 0.75 * beyond * late)
  return { ...atRest, x, y, zoom, roll: -motion.roll * k }
}

function poseAt(plan: MorphPlan, anchor: Anchor, frame: number): Pose {
  const { camera, reach, size, frames, isLoop } = plan
  const aspect = size.width / size.height
  const after = frame - anchor.frame
  const seconds = after / 24
  const turn = (1 - Math.cos((2 * Math.PI * frame) / frames)) / 2
  const along = isLoop ? turn : progress(seconds)
  const handTime = isLoop ? 0.9 * Math.sin((2 * Math.PI * frame) / frames) * turn : seconds
  const own = poseAlong(camera, along * reach, handTime, aspect)
  const carried = carriedPose(plan, after)
  return {
    ...own,
    x: own.x + carried.x,
    y: own.y + carried.y,
    zoom: own.zoom * carried.zoom,
    roll: own.roll + carried.roll,
  }
}

/** The shifts by which an anchor's picture is drawn at a frame when it lives by itself. */
export function livingShifts(plan: MorphPlan, anchor: Anchor, frame: number): Float32Array {
  const { size, life, frames, isLoop } = plan
  const shifts = new Float32Array(meshOf(size).nodes * 2)
  addPoseShifts(poseAt(plan, anchor, frame), anchor.near, size, shifts)
  const seconds = isLoop ? Math.sin((2 * Math.PI * frame) / frames) : (frame - anchor.frame) / 24
  addStirring(life, anchor.sky, seconds, stirringShare(plan, frame), size, shifts)
  return shifts
}
