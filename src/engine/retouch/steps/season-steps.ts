import type { SceneReading } from '../../reading/read-scene.ts'
import type { Season } from '../../scene/scene-spec.ts'
import { findGround } from '../find-ground.ts'
import type { Step } from '../step.ts'
import type { Masks } from '../strip.ts'

/** The year's turn: leaves and grass change, snow lies, blossom or leaves are in the air. */
export function seasonSteps(
  reading: SceneReading,
  season: Season,
  seed: number,
): { steps: Step[]; masks: Masks } {
  const masks: Masks = { sky: reading.sky.mask }
  const ground = findGround(reading)
  const leaves: Step = { do: 'foliage', season, ground, seed }
  const where = { mask: 'sky', outside: true } as const
  switch (season) {
    case 'autumn':
      return {
        steps: [
          leaves,
          { do: 'grade', lights: [0.006, 0.012], where },
          { do: 'fall', kind: 'leaves', amount: 0.4, seed },
        ],
        masks,
      }
    case 'winter':
      return {
        steps: [
          leaves,
          { do: 'snow-cover', sheet: ground, amount: 1, seed },
          {
            do: 'grade',
            saturation: 0.75,
            shadows: [-0.002, -0.014],
            lights: [-0.002, -0.006],
            where,
          },
        ],
        masks,
      }
    case 'spring':
      return {
        steps: [
          leaves,
          { do: 'grade', gain: 1.06, saturation: 1.05, where },
          { do: 'fall', kind: 'petals', amount: 0.5, seed },
        ],
        masks,
      }
    case 'summer':
      return {
        steps: [
          leaves,
          {
            do: 'grade',
            gain: 1.05,
            contrast: 1.05,
            saturation: 1.08,
            lights: [0.002, 0.016],
            where,
          },
        ],
        masks,
      }
  }
}
