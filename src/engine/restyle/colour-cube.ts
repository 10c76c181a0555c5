import { fromOklab, toOklab } from '../scene/colour.ts'
import type { ColourStatistics } from './colour-statistics.ts'
import { cubeNumbers, cubeSide } from './frame-input.ts'
import { fromLinear, toLinear, type Yuv } from './yuv-colour.ts'

/** A careful grade: from one picture's colours towards another's, then a taste of its own. */
export type Grade = {
  from: ColourStatistics
  to: ColourStatistics
  /** How far lightness and colour follow, 0 … 1. */
  lightness: number
  colour: number
  saturation: number
  contrast: number
  /** Added to OKLab's a and b. */
  tint: [number, number]
  /** Share of the way to white that everything rises. */
  lift: number
}

const bounded = (v: number, low: number, high: number) => Math.min(high, Math.max(low, v))

function graded(yuv: Yuv, g: Grade): Yuv {
  const [l, a, b] = toOklab(toLinear(yuv))
  const [ml, ma, mb] = g.from.mean
  const [nl, na, nb] = g.to.mean
  const stretch = bounded(g.to.spread[0] / g.from.spread[0], 0.62, 1.3)
  const moved = nl + (l - ml) * (1 + (stretch - 1) * 0.8)
  // Bright lights stay lights and black stays black, whatever the hour.
  const held = l > 0.8 ? bounded((l - 0.8) / 0.2, 0, 1) * 0.35 : 0
  let light = l + (moved - l) * g.lightness * (1 - held)
  light = bounded(light, 0, 1.05) * (l < 0.12 ? bounded(0.35 + (l / 0.12) * 0.65, 0, 1) : 1)
  const pivot = ml + (nl - ml) * g.lightness
  light = pivot + (light - pivot) * g.contrast
  light += g.lift * (1 - light)
  const wide = (c: 1 | 2) => bounded(g.to.spread[c] / g.from.spread[c], 0.6, 1.35)
  const warm = (v: number, m: number, n: number, c: 1 | 2) =>
    v + ((v - m) * wide(c) + n - v) * g.colour
  const fade = bounded(light * 4, 0.15, 1)
  const lab: [number, number, number] = [
    bounded(light, 0.02, 1),
    (warm(a, ma, na, 1) * g.saturation + g.tint[0]) * fade,
    (warm(b, mb, nb, 2) * g.saturation + g.tint[1]) * fade,
  ]
  return fromLinear(fromOklab(lab))
}

const at = (n: number) => (n * 255) / (cubeSide - 1)

/**
 * The grade as a cube over (Y, U, V): entries (Y, U − 128, V − 128, slope of Y), Y fastest. `share`
 * of the grade is applied.
 */
export function colourCube(grade: Grade, share: number): Float32Array {
  const cube = new Float32Array(cubeNumbers)
  for (let v = 0, o = 0; v < cubeSide; v++) {
    for (let u = 0; u < cubeSide; u++) {
      for (let y = 0; y < cubeSide; y++, o += 4) {
        const from: Yuv = [at(y), at(u) - 128, at(v) - 128]
        const to = graded(from, grade)
        for (let c = 0; c < 3; c++) cube[o + c] = from[c]! + (to[c]! - from[c]!) * share
      }
    }
  }
  withSlopes(cube)
  return cube
}

function withSlopes(cube: Float32Array) {
  const rise = 255 / (cubeSide - 1)
  for (let o = 0; o < cube.length; o += 4) {
    const y = (o / 4) % cubeSide
    const low = y > 0 ? o - 4 : o
    const high = y < cubeSide - 1 ? o + 4 : o
    const run = ((high - low) / 4) * rise
    cube[o + 3] = bounded((cube[high]! - cube[low]!) / run, 0.1, 2.2)
  }
}

/** Between cubes; `parts` need not add up to one: the rest is the first. */
export function mixedCubes(base: Float32Array, parts: readonly [Float32Array, number][]) {
  if (parts.every(([, share]) => share <= 0)) return base
  const mixed = base.slice()
  for (const [cube, share] of parts) {
    for (let n = 0; n < mixed.length; n++) mixed[n]! += (cube[n]! - base[n]!) * share
  }
  return mixed
}
