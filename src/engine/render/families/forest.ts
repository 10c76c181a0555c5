import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

/** Trunks at four depths around a glade, beams of light, ferns at the lens. */
export const planForest: FamilyPlan = (spec, size) => {
  const tall = Math.max(0, size.height / size.width - 1)
  const stage = setStage(spec, size, 0.6 + 0.02 * tall)
  const b = stage.bottom
  const birch = stage.says(/\b(birch|birches|aspen)\b/) || stage.random(2) > 0.8
  const grounds = [-0.03, -b * 0.16, -b * 0.38, -b * 0.72]
  const layers: Layer[] = [
    { shader: 0, near: 0.07, bottom: -0.16, solid: 'covers' },
    { shader: 5, near: 0, floor: 1 / b, top: 0.06 },
  ]
  grounds.forEach((ground, k) => {
    if (k === 0) return
    layers.push({
      shader: 1 + k,
      near: [0.12, 0.26, 0.5, 0.95][k] ?? 0,
      bottom: ground - 0.12,
      sway: { amount: 0.004 + 0.002 * k, base: ground, frequency: 1.4, hz: 0.14 },
    })
    if (k === 2) {
      layers.push({
        shader: 6,
        near: 0.5,
        blend: 'add',
        gain: 1.1,
        bottom: -b * 0.8,
        drift: 0.014,
        flicker: { depth: 0.35, hz: 0.25 },
      })
    }
  })
  layers.push({
    shader: 7,
    near: 1.2,
    top: -b + 0.28,
    sway: { amount: 0.045, base: -b, frequency: 3, hz: 0.3 },
  })
  const sunny = (1 - stage.cloud * 0.8) * (stage.night > 0.5 ? 0.35 : 1)
  return {
    ...blankPicture(stage, 3),
    variants: [
      stage.sun.x * 0.55 + (stage.random(1) - 0.5) * 0.4,
      0.08 + 0.25 * stage.random(3),
      0.085,
      0.16,
      0.3,
      0.62,
      ...grounds,
      stage.top,
      birch ? 1 : 0,
      0.5 * sunny + 0.12 * stage.fog,
    ],
    layers,
    particles: [{ kind: spec.season === 'autumn' ? 'leaves' : 'dust', count: 50 }],
  }
}
