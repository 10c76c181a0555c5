import type { SceneReading } from '../../reading/read-scene.ts'
import type { Weather } from '../../scene/scene-spec.ts'
import { findGround } from '../find-ground.ts'
import type { Step } from '../step.ts'
import type { Masks } from '../strip.ts'

type Lab = readonly [number, number, number]

/** The air's colour after the hour's own light. */
function airOf(reading: SceneReading, level: number): Lab {
  const { planes, sky } = reading
  let [a, b, weight] = [0, 0, 1e-6]
  for (let p = 0; p < planes.lightness.length; p++) {
    const w = sky.share > 0.02 ? sky.plane[p]! : 1
    a += planes.lab[p * 3 + 1]! * w
    b += planes.lab[p * 3 + 2]! * w
    weight += w
  }
  return [level, (a / weight) * 0.3, (b / weight) * 0.3 - 0.004]
}

const dull = (gain: number, saturation: number, contrast: number): Step => ({
  do: 'grade',
  gain,
  saturation,
  contrast,
  shadows: [-0.003, -0.008],
  lights: [-0.003, -0.006],
  where: { mask: 'sky', outside: true },
})

/**
 * Weather over the ground (the sky is the hour's): air, wet, snow.
 * @param light of the air, 0 night … 1 day
 */
export function weatherSteps(
  reading: SceneReading,
  weather: Weather,
  light: number,
  seed: number,
): { steps: Step[]; masks: Masks } {
  const masks: Masks = { sky: reading.sky.mask, depth: reading.depth }
  const air = airOf(reading, 0.2 + 0.66 * light)
  const fog = (amount: number): Step => ({ do: 'fog', amount, colour: air, seed })
  const fall = (kind: 'rain' | 'snow', amount: number): Step => ({ do: 'fall', kind, amount, seed })
  switch (weather) {
    case 'clear':
      return {
        steps: [
          {
            do: 'grade',
            contrast: 1.07,
            saturation: 1.12,
            gain: 1.08,
            lights: [0, 0.008],
            where: { mask: 'sky', outside: true },
          },
        ],
        masks,
      }
    case 'cloudy':
      return { steps: [dull(0.92 ** light, 0.95, 0.98)], masks }
    case 'overcast':
      return { steps: [dull(0.72 ** light, 0.7, 0.88)], masks }
    case 'fog':
      return { steps: [dull(0.95 ** light, 0.75, 0.85), fog(0.85)], masks }
    case 'rain':
      return { steps: [dull(0.5 ** light, 0.72, 0.98), fog(0.3), fall('rain', 0.6)], masks }
    case 'storm':
      return { steps: [dull(0.26 ** light, 0.6, 1.12), fog(0.22), fall('rain', 1)], masks }
    case 'snow':
      return {
        steps: [
          { do: 'foliage', season: 'winter', ground: findGround(reading), seed },
          { do: 'snow-cover', sheet: findGround(reading), amount: 0.8, seed },
          dull(0.95 ** light, 0.6, 0.92),
          fog(0.3),
          fall('snow', 0.8),
        ],
        masks,
      }
  }
}
