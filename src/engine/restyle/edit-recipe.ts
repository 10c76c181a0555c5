import type { ClipAnalysis } from './clip-analysis.ts'
import { colourCube } from './colour-cube.ts'
import { editAmounts } from './edit-amounts.ts'
import { editGrade, editLook, type EditWorld } from './edit-look.ts'
import type { Controls } from './edit-plan.ts'
import type { LookNumbers } from './look-fields.ts'
import { pictureMotion, type PictureMotion } from './picture-motion.ts'
import type { RestyleInit } from './restyle-maker.ts'

/** Everything that is done to every frame of a clip at one strength. */
export type EditRecipe = {
  controls: Controls
  look: LookNumbers
  cube: Float32Array
  stroke: RestyleInit['stroke']
  motion: PictureMotion
}

/** The recipe of a level 0 … 8. */
export function editRecipe(
  world: EditWorld,
  level: number,
  controls: Controls,
  clip: ClipAnalysis,
): EditRecipe {
  const amounts = editAmounts(level)
  return {
    controls,
    look: editLook(world, amounts, controls),
    cube: colourCube(editGrade(world), amounts.grade),
    stroke: { along: 9 + level, across: 4 + level * 0.4 },
    motion: pictureMotion(clip, controls.trajectory, world.spec.camera),
  }
}
