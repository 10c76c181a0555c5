import { boxBlur } from '../scene/box-blur.ts'
import type { SceneReading } from '../reading/read-scene.ts'
import { guidedMask } from '../reading/guided-mask.ts'
import type { SoftMask } from '../reading/soft-mask.ts'
import type { LabSheet } from './lab-sheet.ts'

/** More than that is sunlit leaves or walls, not lamps. */
const mostShare = 0.02

/** Running least or greatest over a square, rows then columns. */
function extreme(plane: Float32Array, w: number, h: number, r: number, sign: 1 | -1) {
  const pass = (from: Float32Array, along: number, across: number, n: number, m: number) => {
    const to = new Float32Array(from.length)
    for (let k = 0; k < m; k++) {
      for (let i = 0; i < n; i++) {
        let best = -Infinity
        for (let d = Math.max(0, i - r); d <= Math.min(n - 1, i + r); d++) {
          best = Math.max(best, sign * from[k * across + d * along]!)
        }
        to[k * across + i * along] = sign * best
      }
    }
    return to
  }
  return pass(pass(plane, 1, w, w, h), w, 1, h, w)
}

/**
 * Small bright places below the sky: lamps, windows, what may shine by itself (estimated by a
 * white top-hat).
 */
export function findLamps({ planes, sky }: SceneReading): { bright: SoftMask; glow: LabSheet } {
  const { width, height, lightness, picture } = planes
  const r = Math.max(2, Math.round(Math.min(width, height) * 0.022))
  const opened = extreme(extreme(lightness, width, height, r, -1), width, height, r, 1)
  const near = boxBlur(sky.plane, width, height, 2)
  const lamp = lightness.map((l, p) => {
    const rises = Math.min(1, Math.max(0, (l - opened[p]! - 0.14) / 0.12))
    const light = Math.min(1, Math.max(0, (l - 0.62) / 0.15))
    const low = Math.min(1, Math.max(0, (Math.floor(p / width) / height - sky.horizon - 0.1) / 0.2))
    return rises * light * Math.max(0, 1 - near[p]! * 4) * (1 - low)
  })
  const share = lamp.reduce((a, b) => a + b, 0) / lamp.length
  const few = Math.min(1, mostShare / Math.max(1e-6, share)) ** 2
  for (let p = 0; p < lamp.length; p++) lamp[p] = lamp[p]! * few
  const wide = boxBlur(lamp, width, height, Math.max(2, width * 0.035))
  const close = boxBlur(lamp, width, height, Math.max(1, width * 0.008))
  const lab = new Float32Array(width * height * 4)
  for (let p = 0; p < lamp.length; p++) {
    lab.set([0.9, 0.035, 0.1, Math.min(0.8, wide[p]! * 1.3 + close[p]! * 0.45)], p * 4)
  }
  return { bright: guidedMask(picture, lamp, 2, 1e-4), glow: { width, height, lab } }
}
