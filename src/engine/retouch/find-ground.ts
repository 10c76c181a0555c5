import { boxBlur } from '../scene/box-blur.ts'
import type { SceneReading } from '../reading/read-scene.ts'
import type { LabSheet } from './lab-sheet.ts'

/**
 * What looks up and would hold snow, estimated: the ground before the horizon, and the upper rims
 * of what stands on it. First number smoothed lightness, fourth the share.
 */
export function findGround({ planes, sky, subject }: SceneReading): LabSheet {
  const { width, height, lightness } = planes
  const reach = Math.max(1, Math.round(height * 0.02))
  const level = boxBlur(lightness, width, height, reach)
  const lab = new Float32Array(width * height * 4)
  const up = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const below = Math.min(1, Math.max(0, (y / height - sky.horizon) / 0.12))
    for (let x = 0; x < width; x++) {
      const p = y * width + x
      const above = Math.max(0, y - reach) * width + x
      const rim =
        Math.max(0, sky.plane[above]! - sky.plane[p]!) +
        Math.max(0, level[above]! - level[p]! - 0.06) * 2
      const stands = subject.confidence > 0.7 ? subject.plane[p]! : 0
      up[p] = Math.min(1, below * (1 - 0.4 * stands) * 0.92 + rim * 0.8)
    }
  }
  const soft = boxBlur(up, width, height, 1)
  for (let p = 0; p < up.length; p++) lab.set([level[p]!, 0, 0, soft[p]!], p * 4)
  return { width, height, lab }
}
