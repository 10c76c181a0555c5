import type { Family, SceneSpec } from '#engine/scene/scene-spec.ts'
import { planAbstract } from './families/abstract.ts'
import { planCity } from './families/city.ts'
import { planDesert } from './families/desert.ts'
import type { FamilyPlan } from './families/family-plan.ts'
import { planForest } from './families/forest.ts'
import { planInterior } from './families/interior.ts'
import { planLandscape } from './families/landscape.ts'
import { planPortrait } from './families/portrait.ts'
import { planSea } from './families/sea.ts'
import { planSpace } from './families/space.ts'
import { planStillLife } from './families/still-life.ts'
import { planUnderwater } from './families/underwater.ts'
import type { Picture } from './picture.ts'
import { addSubjects } from './subject-layers.ts'
import { addText } from './text-layers.ts'

const plans: Record<Family, FamilyPlan> = {
  landscape: planLandscape,
  sea: planSea,
  desert: planDesert,
  forest: planForest,
  city: planCity,
  interior: planInterior,
  still_life: planStillLife,
  portrait: planPortrait,
  space: planSpace,
  underwater: planUnderwater,
  abstract: planAbstract,
}

const openAir: readonly Family[] = ['landscape', 'sea', 'desert', 'forest', 'city']

/** Lays out the picture of a spec for a frame size in pixels; the same input, the same picture. */
export async function planPicture(
  spec: SceneSpec,
  size: { width: number; height: number },
): Promise<Picture> {
  const bare = spec.styles.includes('minimal')
  const picture = plans[spec.family](bare ? { ...spec, density: spec.density * 0.25 } : spec, size)
  if (openAir.includes(spec.family)) {
    picture.exposure *= 1 + 0.25 * picture.stage.night
    const area = Math.max(1, picture.stage.halfW * 2 * (picture.stage.top + picture.stage.bottom))
    if (picture.stage.wet) picture.particles.push({ kind: 'rain', count: Math.round(420 * area) })
    if (spec.weather === 'snow') {
      picture.particles.push({ kind: 'snow', count: Math.round(260 * area) })
    }
  }
  await addSubjects(picture)
  await addText(picture)
  return picture
}
