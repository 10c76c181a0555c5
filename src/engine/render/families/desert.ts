import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

/** Dunes before mesas, sand blowing between them. */
export const planDesert: FamilyPlan = (spec, size) => {
  const tall = Math.max(0, size.height / size.width - 1)
  const stage = setStage(
    spec,
    size,
    Math.min(0.62, 0.42 + 0.08 * stageShift(spec.seed) + 0.04 * tall),
  )
  const b = stage.bottom
  const windy = spec.weather === 'storm' || stage.says(/\b(wind|windy|sandstorm|dust)\b/)
  const sizes = [0.07, 0.13, 0.22, 0.3].map(
    (s, k) => s * (0.8 + 0.5 * stage.random(3 + k)) * (0.7 + 0.4 * b),
  )
  const bases = [-0.015, -b * 0.16, -b * 0.42, -b * 0.84]
  const layers: Layer[] = [
    { shader: 0, near: 0, bottom: -0.06, solid: 'covers' },
    { shader: 1, near: 0.01, bottom: 0, drift: 0.01 },
    { shader: 2, near: 0.02, top: 0.4, bottom: -0.03 },
  ]
  bases.forEach((base, k) => {
    layers.push({
      shader: 3 + k,
      near: [0.06, 0.2, 0.46, 0.95][k] ?? 0,
      top: base + (sizes[k] ?? 0) * 1.15,
      ...(k < 3 && { bottom: (bases[k + 1] ?? 0) - 0.1 - 0.06 * k }),
    })
    if (k === 2 || (k === 1 && windy)) {
      layers.push({
        shader: 7,
        near: 0.1 + 0.2 * k,
        top: 0.22,
        bottom: -0.18,
        drift: 0.09 + 0.07 * k,
        gain: 0.7,
      })
    }
  })
  return {
    ...blankPicture(stage, 2),
    variants: [0.12 + 0.16 * stage.random(1), ...sizes, ...bases, windy ? 1 : 0.15],
    layers,
    particles: [{ kind: 'dust', count: 30 }],
  }
}

const stageShift = (seed: number) => ((seed >>> 5) % 16) / 16
