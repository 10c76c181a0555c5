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

/** Eases in and out without ever standing still: the slope is 0.4 at the ends, 1.3 amid. */
function ease(t: number): number {
  return 0.4 * t + 0.6 * t * t * (3 - 2 * t)
}

/** Where the camera is at t = 0…1 of the clip; a still is painted at rest. */
export function cameraPose(camera: SceneSpec['camera'], t: number, seconds: number): CameraPose {
  const a = camera.amount * Math.min(1, 0.5 + seconds / 10)
  const s = ease(t) - 0.5
  switch (camera.move) {
    case 'static':
      return rest
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
    case 'handheld': {
      const u = t * seconds
      return {
        ...rest,
        turnX: a * 0.012 * (Math.sin(u * 2.1) + 0.5 * Math.sin(u * 4.7 + 1)),
        turnY: a * 0.01 * (Math.sin(u * 1.7 + 2) + 0.5 * Math.sin(u * 5.3)),
        moveX: a * 0.02 * Math.sin(u * 1.1),
        moveY: a * 0.01 * Math.sin(u * 1.3 + 1),
        zoom: 1.01,
      }
    }
  }
}
