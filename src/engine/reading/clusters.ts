import { seededDraw } from '../scene/seeded-draw.ts'
import type { Lab } from './oklab.ts'

/** One colour of a palette and the share of the picture that it stands for, 0…1. */
export type Swatch = { lab: Lab; share: number }

const rounds = 12

/**
 * k-means of Oklab colours, largest first. Starts far apart from a fixed draw, so the same colours
 * give the same swatches. `weight` is asked by pixel; those of weight 0 do not count.
 */
export function clusters(
  lab: Float32Array,
  count: number,
  weight: (pixel: number) => number = () => 1,
): Swatch[] {
  const total = lab.length / 3
  const step = Math.max(1, Math.floor(total / 4000))
  const picked: number[] = []
  const weights: number[] = []
  for (let p = 0; p < total; p += step) {
    const w = weight(p)
    if (w <= 0) continue
    picked.push(p * 3)
    weights.push(w)
  }
  if (picked.length === 0) return []
  const draw = seededDraw(picked.length, 'clusters')
  const at = (i: number): Lab => [lab[i]!, lab[i + 1]!, lab[i + 2]!]
  const far = picked.map(() => Infinity)
  const centres: Lab[] = [at(picked[Math.floor(draw.number() * picked.length)] ?? 0)]
  const away = (i: number, [l, a, b]: Lab) =>
    (lab[i]! - l) ** 2 + (lab[i + 1]! - a) ** 2 + (lab[i + 2]! - b) ** 2
  while (centres.length < count) {
    const last = centres.at(-1)!
    let sum = 0
    picked.forEach((i, n) => {
      far[n] = Math.min(far[n]!, away(i, last))
      sum += far[n]! * weights[n]!
    })
    let left = draw.number() * sum
    const next = picked.findIndex((_, n) => (left -= far[n]! * weights[n]!) <= 0)
    centres.push(at(picked[Math.max(0, next)]!))
  }
  let shares = centres.map(() => 0)
  for (let round = 0; round < rounds; round++) {
    const sums = centres.map(() => [0, 0, 0, 0] as [number, number, number, number])
    picked.forEach((i, n) => {
      let best = 0
      let least = Infinity
      centres.forEach((c, k) => {
        const d = away(i, c)
        if (d < least) [best, least] = [k, d]
      })
      const s = sums[best]!
      const w = weights[n]!
      s[0] += lab[i]! * w
      s[1] += lab[i + 1]! * w
      s[2] += lab[i + 2]! * w
      s[3] += w
    })
    sums.forEach(([l, a, b, w], k) => {
      if (w > 0) centres[k] = [l / w, a / w, b / w]
    })
    shares = sums.map((s) => s[3])
  }
  const whole = shares.reduce((a, b) => a + b, 0)
  return centres
    .map((lab_, k) => ({ lab: lab_, share: shares[k]! / whole }))
    .filter(({ share }) => share > 0)
    .toSorted((a, b) => b.share - a.share)
}
