import { claim, type Hit } from './hits.ts'
import type { CameraMove, SceneSpec } from './scene-spec.ts'
import { seededDraw } from './seeded-draw.ts'

const sides: Record<string, readonly CameraMove[]> = {
  pan: ['pan_left', 'pan_right'],
  tilt: ['tilt_up', 'tilt_down'],
  orbit: ['orbit_left', 'orbit_right'],
}
const gentle: readonly CameraMove[] = [
  'push_in',
  'push_in',
  'pull_out',
  'pan_left',
  'pan_right',
  'crane_up',
  'orbit_left',
  'orbit_right',
]

/** A picture stands still, so camera words change nothing there; a clip always has a move. */
export function readCamera(
  medium: 'image' | 'video',
  hits: readonly Hit[],
  seed: number,
): SceneSpec['camera'] {
  if (medium === 'image') return { move: 'static', amount: 0.2 }
  const draw = seededDraw(seed, 'camera')
  const wanted = claim(hits, 'camera')
  const drawn = draw.pick(gentle)
  const move = wanted === null ? drawn : draw.pick(sides[wanted] ?? [wanted as CameraMove])
  if (move === 'static') return { move, amount: 0.2 }
  const speed = claim(hits, 'speed')
  const amount = wanted === null ? draw.between(0.22, 0.42) : draw.between(0.4, 0.6)
  return { move, amount: speed === null ? amount : Number(speed) }
}
