import { carriedSteps } from './carried.ts'
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

/** The motion carried on; the view narrows little by little, so that it stays inside. */
function carriedPose({ carried, size, isLoop, frames }: MorphPlan, after: number): Pose {
  if (!carried) return atRest
  const { motion } = carried
  const steps = carriedSteps(carried, after, isLoop ? frames : 0)
  const toShort = size.width / Math.min(size.width, size.height)
  const [x, y] = [-motion.x * steps, -motion.y * steps]
  const away = isLoop ? Math.sin((Math.PI * (after - 1)) / frames) * 30 : after
  const late = 1 - Math.exp(-((away / 20) ** 2))
  const beyond = Math.max(Math.abs(x), Math.abs(y) * (size.width / size.height)) * 2
  const zoom = Math.exp(motion.zoom * steps) * (1 + 0.75 * beyond * late)
  return { ...atRest, x: x * toShort, y: y * toShort, zoom, roll: -motion.roll * steps }
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
