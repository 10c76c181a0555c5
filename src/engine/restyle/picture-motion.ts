import type { SceneSpec } from '../scene/scene-spec.ts'
import type { ClipAnalysis } from './clip-analysis.ts'
import type { Controls } from './edit-plan.ts'
import { driftAt, driftsToFirst, thinned } from './motion-chain.ts'

/** How the prompt's own picture moves behind a clip: at a frame, from a place to a displacement. */
export type PictureMotion = (frame: number) => (x: number, y: number) => [number, number]

/**
 * The source's own motion where trajectory is kept (less of it the sparser), else the camera of
 * the prompt.
 */
export function pictureMotion(
  clip: ClipAnalysis,
  { on, sparsity }: Controls['trajectory'],
  camera: SceneSpec['camera'],
): PictureMotion {
  const own = (frame: number) => cameraDrift(camera, frame / Math.max(1, clip.frames - 1))
  if (!on) return own
  const follow = 1 - 0.65 * sparsity
  const drifts = driftsToFirst(thinned(clip.motion, sparsity))
  return (frame) => {
    const drift = drifts[frame]!
    if (follow >= 1) return (x, y) => driftAt(drift, x, y)
    const idle = own(frame)
    return (x, y) => {
      const [dx, dy] = driftAt(drift, x, y)
      const [ox, oy] = idle(x, y)
      return [dx * follow + ox * (1 - follow), dy * follow + oy * (1 - follow)]
    }
  }
}

/** A slow move over the whole clip: `t` runs from 0 to 1. */
function cameraDrift({ move, amount }: SceneSpec['camera'], t: number) {
  const far = (t - 0.5) * (0.04 + 0.1 * amount)
  const zoom = far * 0.8
  return (x: number, y: number): [number, number] => {
    switch (move) {
      case 'static':
        return [0, 0]
      case 'pan_left':
      case 'orbit_left':
        return [-far, 0]
      case 'pan_right':
      case 'orbit_right':
        return [far, 0]
      case 'tilt_up':
      case 'crane_up':
        return [0, -far]
      case 'tilt_down':
      case 'crane_down':
        return [0, far]
      case 'push_in':
        return [(0.5 - x) * zoom, (0.5 - y) * zoom]
      case 'pull_out':
        return [(x - 0.5) * zoom, (y - 0.5) * zoom]
      case 'handheld':
        return [Math.sin(t * 31) * 0.006, Math.sin(t * 23 + 1) * 0.006]
    }
  }
}
