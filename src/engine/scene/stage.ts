import type { Family, Subject } from './scene-spec.ts'

type Stance = Subject['stance']

/** Where figures of one stance may be: `far` and `near` are y (down), depth goes with them. */
export type Stage = {
  far: number
  near: number
  depthFar: number
  depthNear: number
  /** Factor on the out-of-doors size. */
  size: number
  /** How much smaller the far end is than the near one. */
  perspective: number
}

const ground: Stage = {
  far: 0.66,
  near: 0.92,
  depthFar: 0.82,
  depthNear: 0.16,
  size: 1,
  perspective: 0.5,
}
const stages: Partial<Record<Family, Partial<Record<Stance, Stage>>>> = {
  still_life: {
    stands: {
      far: 0.74,
      near: 0.88,
      depthFar: 0.48,
      depthNear: 0.2,
      size: 2.15,
      perspective: 0.85,
    },
    flies: { far: 0.24, near: 0.4, depthFar: 0.5, depthNear: 0.3, size: 1.3, perspective: 0.9 },
  },
  interior: {
    stands: { far: 0.8, near: 0.94, depthFar: 0.6, depthNear: 0.25, size: 1.4, perspective: 0.75 },
    flies: { far: 0.24, near: 0.4, depthFar: 0.6, depthNear: 0.3, size: 1.1, perspective: 0.8 },
  },
  portrait: {
    stands: { far: 0.93, near: 0.97, depthFar: 0.4, depthNear: 0.22, size: 2.2, perspective: 0.6 },
  },
  space: {
    flies: { far: 0.3, near: 0.66, depthFar: 0.7, depthNear: 0.2, size: 1.25, perspective: 0.55 },
  },
  abstract: {
    flies: { far: 0.4, near: 0.6, depthFar: 0.6, depthNear: 0.25, size: 1.5, perspective: 0.6 },
  },
  underwater: {
    swims: { far: 0.3, near: 0.66, depthFar: 0.75, depthNear: 0.22, size: 1.25, perspective: 0.5 },
    stands: { far: 0.84, near: 0.94, depthFar: 0.6, depthNear: 0.2, size: 1, perspective: 0.6 },
  },
}
const sky: Stage = { far: 0.2, near: 0.4, depthFar: 0.8, depthNear: 0.3, size: 1, perspective: 0.5 }

export function stageFor(family: Family, stance: Stance): Stage {
  const own = stages[family]
  if (!own) return stance === 'flies' ? sky : ground
  return own[stance] ?? own.stands ?? own.flies ?? ground
}
