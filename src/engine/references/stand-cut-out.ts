import { labOf, writeDisplay } from '../reading/oklab.ts'
import type { Step } from '../retouch/step.ts'
import type { CutOut } from './cut-out.ts'

type Size = { width: number; height: number }
type Place = {
  /** Centre of the foot, fractions of the frame. */
  x: number
  y: number
  /** Of the frame's height. */
  tall: number
}

function resized(from: CutOut, width: number, height: number) {
  const rgb = new Uint8Array(width * height * 3)
  const alpha = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const v = Math.min(Math.max(((y + 0.5) * from.height) / height - 0.5, 0), from.height - 1)
    const j = v | 0
    const j2 = Math.min(from.height - 1, j + 1)
    for (let x = 0; x < width; x++) {
      const u = Math.min(Math.max(((x + 0.5) * from.width) / width - 0.5, 0), from.width - 1)
      const i = u | 0
      const i2 = Math.min(from.width - 1, i + 1)
      const blend = (plane: Uint8Array, k: number, of: number) => {
        const at = (a: number, b: number) => plane[(b * from.width + a) * of + k]!
        const above = at(i, j) * (1 - u + i) + at(i2, j) * (u - i)
        const below = at(i, j2) * (1 - u + i) + at(i2, j2) * (u - i)
        return above * (1 - v + j) + below * (v - j)
      }
      alpha[y * width + x] = blend(from.alpha, 0, 1)
      for (let k = 0; k < 3; k++) rgb[(y * width + x) * 3 + k] = blend(from.rgb, k, 3) + 0.5
    }
  }
  return { rgb, alpha }
}

/** Brings a subject half-way into the light of where it stands: level, tint and the lit side. */
function harmonise(
  rgb: Uint8Array,
  alpha: Uint8Array,
  width: number,
  scene: Float32Array,
  side: number,
) {
  const lab = labOf(rgb)
  const own = [0, 0, 0]
  let weight = 1e-6
  for (let p = 0; p < alpha.length; p++) {
    weight += alpha[p]!
    for (let k = 0; k < 3; k++) own[k] = own[k]! + lab[p * 3 + k]! * alpha[p]!
  }
  const there = [0, 0, 0]
  for (let i = 0; i < scene.length; i++)
    there[i % 3] = there[i % 3]! + scene[i]! / (scene.length / 3)
  const level = Math.min(1.12, Math.max(0.62, 1 + (there[0]! - own[0]! / weight) * 0.55))
  const tint = [1, 2].map((k) => (there[k]! - own[k]! / weight) * 0.4)
  const shown = new Float32Array(3)
  for (let p = 0; p < alpha.length; p++) {
    if (alpha[p] === 0) continue
    const across = ((p % width) + 0.5) / width - 0.5
    const by = level * (1 + across * side * 0.16)
    const body = Math.min(1, lab[p * 3]! * 3)
    writeDisplay(
      lab[p * 3]! * by,
      lab[p * 3 + 1]! * by + tint[0]! * body,
      lab[p * 3 + 2]! * by + tint[1]! * body,
      shown,
      0,
    )
    for (let k = 0; k < 3; k++) rgb[p * 3 + k] = Math.min(255, shown[k]! + 0.5)
  }
}

/** Stands a cut-out in a scene, with a shade under it; a torn one reaches to the lower edge. */
export function standCutOut(
  size: Size,
  cut: CutOut,
  place: Place,
  scene: Float32Array,
  side: number,
): Step[] {
  const fits = Math.min(place.tall * size.height, (size.width * 0.8 * cut.height) / cut.width)
  const height = Math.max(8, Math.round(fits))
  const width = Math.max(8, Math.round((height * cut.width) / cut.height))
  const left = Math.round(place.x * size.width - width / 2)
  const top = Math.round((cut.isTorn ? 1 : place.y) * size.height - height)
  const { rgb, alpha } = resized(cut, width, height)
  harmonise(rgb, alpha, width, scene, side)
  const body: Step = { do: 'paste', left, top, width, height, rgb, alpha }
  if (cut.isTorn) return [body]
  const flat = Math.round(width * 0.16)
  const wide = Math.round(width * 1.5)
  const dark = new Uint8Array(wide * flat * 2)
  for (let p = 0; p < dark.length; p++) {
    const u = ((p % wide) / wide - 0.5) * 2
    const v = (Math.floor(p / wide) / (flat * 2) - 0.5) * 2
    dark[p] = 150 * Math.max(0, Math.exp(-(u * u * 3 + v * v * 3)) - 0.05)
  }
  const shade: Step = {
    do: 'paste',
    left: Math.round(place.x * size.width - wide / 2 - side * width * 0.08),
    top: top + height - flat - Math.round(height * 0.01),
    width: wide,
    height: flat * 2,
    rgb: new Uint8Array(wide * flat * 2 * 3),
    alpha: dark,
  }
  return [shade, body]
}
