import type { Rgb } from '../scene/scene-spec.ts'

/** Luma 16 … 235, chroma about zero: BT.709, limited range. */
export type Yuv = [y: number, u: number, v: number]

const linear = (v: number) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
const coded = (v: number) => (v <= 0.0031308 ? 12.92 * v : 1.055 * v ** (1 / 2.4) - 0.055)
const unit = (v: number) => (v < 0 ? 0 : v > 1 ? 1 : v)

/** Linear Rec.709 of a video colour. */
export function toLinear([y, u, v]: Yuv): Rgb {
  const l = (y - 16) / 219
  const r = l + (1.5748 * v) / 224
  const g = l - (0.1873 * u + 0.4681 * v) / 224
  const b = l + (1.8556 * u) / 224
  return [linear(unit(r)), linear(unit(g)), linear(unit(b))]
}

/** The video colour of linear Rec.709; what is above white is cut off. */
export const fromLinear = ([r, g, b]: Rgb): Yuv =>
  fromCoded(coded(unit(r)), coded(unit(g)), coded(unit(b)))

/** The video colour of sRGB, each 0 … 1. */
export function fromCoded(r: number, g: number, b: number): Yuv {
  const l = 0.2126 * r + 0.7152 * g + 0.0722 * b
  return [16 + 219 * l, (224 * (b - l)) / 1.8556, (224 * (r - l)) / 1.5748]
}
