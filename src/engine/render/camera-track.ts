import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import { cameraPose, loopPose } from './camera-path.ts'
import type { CameraPose } from './camera-path.ts'
import { loopPlace } from './shot.ts'
import type { Leg, Shot } from './shot.ts'

/** Share of a leg in which it takes over from its neighbour. */
const takeover = 0.4

type Placed = Leg & { start: number }

const axes = ['turnX', 'turnY', 'moveX', 'moveY', 'moveZ', 'zoom'] as const

function poseOf(leg: Placed, frame: number): CameraPose {
  return cameraPose(leg.camera, (frame - leg.start) / Math.max(1, leg.frames - 1), leg.frames / 24)
}

function plus(a: CameraPose, b: CameraPose, k: number): CameraPose {
  const sum = { ...a }
  for (const axis of axes) sum[axis] += b[axis] * k
  return sum
}

const soft = (t: number) => {
  const x = Math.min(1, Math.max(0, t))
  return x * x * (3 - 2 * x)
}

function placed({ legs, anchor }: NonNullable<Shot['route']>): Placed[] {
  let start = -legs.slice(0, anchor).reduce((sum, { frames }) => sum + frames, 0)
  return legs.map((leg) => {
    const at = { ...leg, start }
    start += leg.frames
    return at
  })
}

/** How far the camera goes from a frame to the next. */
function step(legs: readonly Placed[], anchor: number, frame: number): CameraPose {
  const found = legs.findIndex(({ start, frames }) => frame < start + frames)
  const n = found < 0 ? legs.length - 1 : found
  const leg = legs[n] as Placed
  const other = n > anchor ? legs[n - 1] : n < anchor ? legs[n + 1] : undefined
  const into = n > anchor ? frame - leg.start : leg.start + leg.frames - frame
  const own = other ? soft(into / (takeover * leg.frames)) : 1
  const move = (of: Placed) => plus(poseOf(of, frame + 1), poseOf(of, frame), -1)
  const mine = move(leg)
  return other && own < 1 ? plus(plus(mine, mine, own - 1), move(other), 1 - own) : mine
}

/** The camera's pose in every frame of a shot; the scene's own move unless the shot has a route. */
export function cameraTrack(camera: SceneSpec['camera'], shot: Shot): CameraPose[] {
  const { frames, from = 0, route } = shot
  if (frames === 0) return [cameraPose({ move: 'static', amount: 0 }, 0.5, 0)]
  const each = Array.from({ length: frames }, (_, index) => from + index)
  if (shot.loop) {
    return each.map((frame) => loopPose(camera, loopPlace(shot, frame), frames / 24))
  }
  const { anchor, legs } = route ?? { anchor: 0, legs: [{ camera, frames }] }
  const all = placed({ anchor, legs })
  const home = all[anchor]
  if (!home) throw new RangeError(`the route has no leg ${anchor}`)
  const own = (frame: number) =>
    (frame >= 0 || anchor === 0) && (frame < home.frames || anchor === all.length - 1)
  const last = home.frames - 1
  const poses = new Map<number, CameraPose>()
  let pose = poseOf(home, last)
  for (let frame = last; frame < from + frames - 1; frame++) {
    pose = plus(pose, step(all, anchor, frame), 1)
    poses.set(frame + 1, pose)
  }
  pose = poseOf(home, 0)
  for (let frame = 0; frame > from; frame--) {
    pose = plus(pose, step(all, anchor, frame - 1), -1)
    poses.set(frame - 1, pose)
  }
  return each.map((frame) => (own(frame) ? poseOf(home, frame) : poses.get(frame))!)
}
