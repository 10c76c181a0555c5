import type { SceneSpec } from '../scene/scene-spec.ts'

/**
 * Where a camera stands that looks at a picture, in shorter sides of it: turned by (x, y) and moved
 * by (mx, my, mz), so that near things shift more; `zoom` and `roll` (radians) of the lens.
 */
export type Pose = {
  x: number
  y: number
  mx: number
  my: number
  mz: number
  zoom: number
  roll: number
}

export const atRest: Pose = { x: 0, y: 0, mx: 0, my: 0, mz: 0, zoom: 1, roll: 0 }

/** Nearness of what an orbit turns around. */
const pivot = 0.5

/** Seconds until a camera that starts from rest has its pace. */
const rampS = 0.8

/** How far a move has come `seconds` after its rest, 1 after about 7 s; slower the longer. */
export function progress(seconds: number): number {
  const s = Math.abs(seconds)
  const run = (s < rampS ? (s * s) / (2 * rampS) : s - rampS / 2) / 5
  return Math.sign(seconds) * 1.5 * (1 - Math.exp(-run / 1.5))
}

/** Turns and travels narrow the view, so that it stays inside the picture. */
function inside(pose: Pose, aspect: number): Pose {
  const halfW = Math.max(1, aspect) / 2
  const halfH = Math.max(1, 1 / aspect) / 2
  const across = (Math.abs(pose.x + pose.mx * pivot) + Math.abs(pose.mx) * 0.2) / halfW
  const down = (Math.abs(pose.y + pose.my * pivot) + Math.abs(pose.my) * 0.2) / halfH
  return { ...pose, zoom: pose.zoom * (1 + 0.75 * Math.max(across, down)) }
}

/**
 * The pose after a part of a move (`along`, below 0: before the rest). `seconds` from the rest count
 * for a camera held by hand. `aspect` is width over height.
 */
export function poseAlong(
  { move, amount }: SceneSpec['camera'],
  along: number,
  seconds: number,
  aspect: number,
): Pose {
  // Faster words go further, but a picture has only so much to show.
  const e = along * (0.45 + 0.55 * (amount / 0.45))
  switch (move) {
    case 'static':
      return atRest
    case 'pan_left':
    case 'pan_right': {
      const way = move === 'pan_right' ? e : -e
      return inside({ ...atRest, x: 0.14 * way, mx: 0.04 * way }, aspect)
    }
    case 'tilt_up':
    case 'tilt_down': {
      const way = move === 'tilt_down' ? e : -e
      return inside({ ...atRest, y: 0.11 * way, my: 0.02 * way }, aspect)
    }
    case 'push_in':
    case 'pull_out': {
      const way = move === 'push_in' ? e : -e
      // What lies outside the picture nobody knows: a wider view is a small step only.
      const far = way > 0 ? way : 0.5 * Math.tanh(way / 0.5)
      return { ...atRest, mz: 0.12 * far, zoom: Math.exp(0.13 * far) }
    }
    case 'orbit_left':
    case 'orbit_right': {
      const way = move === 'orbit_right' ? e : -e
      return inside({ ...atRest, mx: 0.12 * way, x: -0.12 * pivot * way }, aspect)
    }
    case 'crane_up':
    case 'crane_down': {
      const way = move === 'crane_down' ? e : -e
      return inside({ ...atRest, my: 0.12 * way, y: -0.02 * way }, aspect)
    }
    case 'handheld': {
      const held = Math.min(1, seconds * seconds * 4) * (amount / 0.45)
      const x = 0.012 * held * (Math.sin(seconds * 2.1) + 0.5 * Math.sin(seconds * 4.7))
      const y = 0.01 * held * (Math.sin(seconds * 1.7) + 0.5 * Math.sin(seconds * 5.3))
      const roll = 0.004 * held * Math.sin(seconds * 1.3)
      return inside({ ...atRest, x, y, roll, mx: 0.012 * held * Math.sin(seconds * 1.1) }, aspect)
    }
  }
}
