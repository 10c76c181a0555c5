import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

/** Silk, fluted glass or liquid metal, shaded anew in every frame. */
export const planAbstract: FamilyPlan = (spec, size) => {
  const { sky_low, accent } = spec.palette
  const palette = { ...spec.palette, sky_high: sky_low, sky_low: accent }
  const stage = setStage({ ...spec, palette }, size, 0.5)
  const kind = stage.says(/\b(glass|fluted|prism|crystal|stripes?)\b/)
    ? 1
    : stage.says(/\b(metal|chrome|liquid|mercury|fluid|oil)\b/)
      ? 2
      : stage.says(/\b(silk|fabric|cloth|satin|velvet|fold\w*|wave\w*|ribbons?)\b/)
        ? 0
        : Math.floor(stage.random(1) * 2)
  return { ...blankPicture(stage, 10), flow: { kind } }
}
