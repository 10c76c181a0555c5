import { seasons } from '#engine/scene/scene-spec.ts'
import type { Picture } from './picture.ts'
import type { View } from './view.ts'

/** The block of numbers the kernels read with setScene: 40 of the scene, then the family's own. */
export function sceneParams(picture: Picture, view: View): Float32Array {
  const s = picture.stage
  const block = new Float32Array(256)
  block.set([
    s.spec.seed % 8191,
    seasons.indexOf(s.spec.season),
    s.spec.density,
    s.spec.light.azimuth,
    s.spec.light.elevation,
    s.spec.light.hardness,
    s.halfW,
    s.top,
    s.bottom,
    view.px,
    s.sun.x,
    s.sun.y,
    ...s.light,
    s.night,
    s.cloud,
    s.fog,
    s.wet,
    s.snow,
    ...s.skyHigh,
    ...s.skyLow,
    ...s.lightColour,
    ...s.land,
    ...s.shade,
    ...s.spec.palette.accent,
    view.top,
    -view.left / view.px,
  ])
  block.set(picture.variants, 40)
  return block
}
