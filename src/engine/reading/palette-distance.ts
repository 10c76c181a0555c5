import type { Swatch } from './clusters.ts'

const apart = (a: Swatch, b: Swatch) =>
  Math.hypot(a.lab[0] - b.lab[0], a.lab[1] - b.lab[1], a.lab[2] - b.lab[2])

const oneWay = (from: readonly Swatch[], to: readonly Swatch[]) =>
  from.reduce((sum, s) => sum + s.share * Math.min(...to.map((t) => apart(s, t))), 0)

/** How far two palettes are apart in Oklab: each colour to its nearest, by share, both ways. */
export function paletteDistance(one: readonly Swatch[], other: readonly Swatch[]): number {
  return (oneWay(one, other) + oneWay(other, one)) / 2
}
