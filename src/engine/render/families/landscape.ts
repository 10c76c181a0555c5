import type { Layer } from '../layer.ts'
import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

/** Mountains behind mountains over a lake or a meadow. */
export const planLandscape: FamilyPlan = (spec, size) => {
  const tall = Math.max(1, size.height / size.width)
  const wet = /\b(lake|river|pond|water|fjord|reflect\w*|bay)\b/
  const dry = /\b(meadow|field|fields|hill|hills|valley|grass|prairie|farm|road|village|garden)\b/
  const prompt = spec.prompt.toLowerCase()
  const stands = spec.subjects.some((s) => s.stance === 'stands' || s.stance === 'lies')
  const stage0 = setStage(spec, size, 0.6)
  const lake = wet.test(prompt) || (!dry.test(prompt) && !stands && stage0.random(1) > 0.4)
  const horizon = Math.min(0.72, (lake ? 0.58 : 0.6) + 0.03 * (tall - 1))
  const stage = setStage(spec, size, horizon)
  const steep = stage.says(/\b(hill|hills|rolling|farm|village|valley)\b/)
    ? 0.12
    : 0.35 + 0.65 * stage.random(2)
  const rise = Math.min(stage.top * 0.86, 0.5 * tall ** 0.45) * (0.55 + 0.45 * steep)
  const heights = [1, 0.7, 0.42, 0.2].map((h, k) => rise * h * (0.85 + 0.3 * stage.random(5 + k)))
  const layers: Layer[] = [
    { shader: 0, near: 0, bottom: -0.06, solid: 'covers' },
    { shader: 1, near: 0.01, bottom: 0, drift: 0.012 },
  ]
  heights.forEach((height, k) => {
    layers.push({
      shader: 2 + k,
      near: 0.03 + 0.05 * k * k,
      top: height * 1.3 + 0.06,
      bottom: lake ? -0.012 : -0.05,
    })
  })
  if (!lake) layers.push({ shader: 6, near: 0, floor: 1 / stage.bottom, top: 0.03 })
  layers.push({
    shader: 7,
    near: 1.15,
    top: -stage.bottom + 0.31 * (0.55 + 0.45 * spec.density) - 0.055,
    front: true,
    sway: { amount: 0.05, base: -stage.bottom, frequency: 4, hz: 0.35 },
  })
  return {
    ...blankPicture(stage, 0),
    variants: [
      steep,
      rise * (0.5 + 0.25 * stage.random(3)),
      (stage.random(4) - 0.5) * stage.halfW,
      stage.random(9) > 0.4 ? 1 : 0,
      ...heights,
      0.55 + 0.45 * spec.density,
      0,
      0.6,
      0.36,
      0.17,
      0.05,
    ],
    layers,
    water: lake
      ? {
          rough: 0.35 + 0.5 * stage.wet,
          scale: 1,
          speed: 1,
          clear: 0.12,
          foam: 0,
          near: 1 / stage.bottom,
          mirror: 0,
        }
      : null,
  }
}
