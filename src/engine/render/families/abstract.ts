import { blankPicture } from '../picture.ts'
import { setStage } from '../stage.ts'
import type { FamilyPlan } from './family-plan.ts'

/** Silk, fluted glass or liquid metal, shaded anew in every frame. */
export const planAbstract: FamilyPlan = (spec, size) => {
  const stage = setStage(spec, size, 0.5)
  const kind = stage.says(/\b(glass|fluted|prism|crystal|stripes?)\b/)
    ? 1
    : stage.says(/\b(metal|chrome|liquid|mercury|fluid|oil)\b/)
      ? 2
      : stage.says(/\b(silk|fabric|cloth|satin|velvet|fold\w*|wave\w*|ribbons?)\b/)
        ? 0
        : Math.floor(stage.random(1) * 2)
  return { ...blankPicture(stage, 10), flow: { kind } }
}
