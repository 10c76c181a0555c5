import type { SceneSpec } from '#engine/scene/scene-spec.ts'

/** Lens turn and shift in units of the shorter side, forward travel, zoom. */
export type CameraPose = {
  turnX: number
  turnY: number
  moveX: number
  moveY: number
  moveZ: number
  zoom: number
}

const rest: CameraPose = { turnX: 0, turnY: 0, moveX: 0, moveY: 0, moveZ: 0, zoom: 1 }

/**
 * Eases in and out without ever standing still: the slope is 0.4 at the ends, 1.3 amid. Beyond them
 * it goes on in the same way.
 */
function ease(t: number): number {
  const n = Math.floor(t)
  const f = t - n
  return n + 0.4 * f + 0.6 * f * f * (3 - 2 * f)
}

/** Where a move stands when it has gone from -0.5 to s of 0.5; `a` is its reach. */
function along(move: SceneSpec['camera']['move'], s: number, a: number): CameraPose {
  switch (move) {
    case 'pan_left':
      return { ...rest, turnX: -s * 0.42 * a, moveX: -s * 0.1 * a }
    case 'pan_right':
      return { ...rest, turnX: s * 0.42 * a, moveX: s * 0.1 * a }
    case 'tilt_up':
      return { ...rest, turnY: s * 0.34 * a }
    case 'tilt_down':
      return { ...rest, turnY: -s * 0.34 * a }
    case 'push_in':
      return { ...rest, moveZ: (s + 0.5) * 0.36 * a, zoom: 1 + (s + 0.5) * 0.06 * a }
    case 'pull_out':
      return { ...rest, moveZ: (0.5 - s) * 0.36 * a, zoom: 1 + (0.5 - s) * 0.06 * a }
    case 'orbit_left':
      return { ...rest, turnX: s * 0.26 * a, moveX: -s * 0.52 * a }
    case 'orbit_right':
      return { ...rest, turnX: -s * 0.26 * a, moveX: s * 0.52 * a }
    case 'crane_up':
      return { ...rest, turnY: -s * 0.08 * a, moveY: s * 0.3 * a }
    case 'crane_down':
      return { ...rest, turnY: s * 0.08 * a, moveY: -s * 0.3 * a }
    case 'static':
    case 'handheld':
      return rest
  }
}

/** A hand that shakes; `sway` is the sine of a rate in radians a second with a lead. */
function handheld(a: number, sway: (rate: number, lead: number) => number): CameraPose {
  return {
    ...rest,
    turnX: a * 0.012 * (sway(2.1, 0) + 0.5 * sway(4.7, 1)),
    turnY: a * 0.01 * (sway(1.7, 2) + 0.5 * sway(5.3, 0)),
    moveX: a * 0.02 * sway(1.1, 0),
    moveY: a * 0.01 * sway(1.3, 1),
    zoom: 1.01,
  }
}

const reach = ({ amount }: SceneSpec['camera'], seconds: number) =>
  amount * Math.min(1, 0.5 + seconds / 10)

/** Where the camera is at t = 0…1 of the clip, and before and after it. */
export function cameraPose(camera: SceneSpec['camera'], t: number, seconds: number): CameraPose {
  const a = reach(camera, seconds)
  if (camera.move === 'handheld')
    return handheld(a, (rate, lead) => Math.sin(rate * t * seconds + lead))
  return along(camera.move, ease(t) - 0.5, a)
}

const upright = ['tilt_up', 'tilt_down', 'crane_up', 'crane_down', 'push_in', 'pull_out']

/**
 * Where the camera is at x = 0…1 of a loop: there and back in the move's own direction on a flat
 * closed curve, so that it never jumps.
 */
export function loopPose(camera: SceneSpec['camera'], x: number, seconds: number): CameraPose {
  const { move } = camera
  const a = reach(camera, seconds)
  const angle = x * 2 * Math.PI
  if (move === 'static') return rest
  if (move === 'handheld') {
    const turn = (2 * Math.PI) / seconds
    return handheld(a, (rate, lead) =>
      Math.cos(Math.max(1, Math.round(rate / turn)) * angle + 0.3 * lead),
    )
  }
  const pose = along(move, -0.32 * Math.cos(angle), a)
  const aside = 0.03 * a * Math.sin(angle)
  return upright.includes(move)
    ? { ...pose, moveX: pose.moveX + aside }
    : { ...pose, moveY: pose.moveY + aside * 0.5 }
}
