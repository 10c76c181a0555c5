import { type Keyframe, keyframeLimit } from './keyframe.ts'
import type { Breach } from './rule.ts'

/** Everything that may be wrong with a list of anchors on the grid 0..`last` (both included). */
export function keyframeBreaches(
  keyframes: readonly Keyframe[],
  path: string,
  last: number,
): Breach[] {
  const breaches: Breach[] = []
  if (keyframes.length < 1 || keyframes.length > keyframeLimit) {
    breaches.push({ path, reason: `Place between 1 and ${keyframeLimit} keyframes.` })
  }
  const seen = new Set<number>()
  keyframes.forEach(({ frame }, index) => {
    const at = `${path}[${index}].frame`
    if (!Number.isInteger(frame) || frame < 0 || frame > last) {
      const range = Number.isFinite(last) ? `from 0 to ${last}` : 'from 0'
      breaches.push({ path: at, reason: `A keyframe stands on a whole frame ${range}.` })
    } else if (seen.has(frame)) {
      breaches.push({ path: at, reason: `Two keyframes cannot share frame ${frame}.` })
    }
    seen.add(frame)
  })
  return breaches
}
