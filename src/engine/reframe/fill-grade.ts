import { luminance, mix } from '../scene/colour.ts'
import type { Rgb } from '../scene/scene-spec.ts'
import type { FillWords } from './fill-words.ts'
import type { FillGrade } from './reframe-plan.ts'

/** How much of the clip's own contrast and colour stays in a fill that words have turned. */
const kept = { luma: 0.5, chroma: 0.3 }
/** The middle of the codes: contrast is kept about it. */
const middle = { luma: 118, chroma: 128 }

const coded = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)

/** Linear Rec.709 as Y, U and V codes, BT.709, limited range. */
function codes(colour: Rgb): [number, number, number] {
  const at = (i: 0 | 1 | 2) => coded(Math.min(1, Math.max(0, colour[i])))
  const y = luminance([at(0), at(1), at(2)])
  return [16 + 219 * y, 128 + (224 * (at(2) - y)) / 1.8556, 128 + (224 * (at(0) - y)) / 1.5748]
}

/** What the words make of the fill: the sky's colours above, the ground's below; null for nothing. */
export function fillGrade({ spec, isChanged }: FillWords): FillGrade[] | null {
  if (!isChanged) return null
  const { sky_high, sky_low, ground_light, ground_dark } = spec.palette
  const upper = codes(mix(sky_high, sky_low, 0.4))
  const lower = codes(mix(ground_light, ground_dark, 0.45))
  return upper.map((code, n) => {
    const gain = n === 0 ? kept.luma : kept.chroma
    const mid = n === 0 ? middle.luma : middle.chroma
    const turned = (to: number) => ({ gain, offset: to - mid * gain })
    return { upper: turned(code), lower: turned(lower[n] ?? code) }
  })
}
