import { boxBlur } from '../scene/box-blur.ts'
import { clusters } from './clusters.ts'
import type { Planes } from './planes-of.ts'

export type SkyReading = {
  /** 0…1 a pixel of the planes, rough. */
  plane: Float32Array
  /** Of the picture's area. */
  share: number
  /** Where the ground begins, fraction of the height from the top. */
  horizon: number
}

const calm = 0.035

/** Smooth pixels that hang together with the top edge. */
function hanging({ width, height, edge, lab }: Planes): Uint8Array {
  const sky = new Uint8Array(width * height)
  const queue: number[] = []
  for (let x = 0; x < width; x++) {
    if (edge[x]! > calm) continue
    sky[x] = 1
    queue.push(x)
  }
  for (let head = 0; head < queue.length; head++) {
    const p = queue[head]!
    const x = p % width
    const beside = [
      p >= width ? p - width : -1,
      p < width * (height - 1) ? p + width : -1,
      x > 0 ? p - 1 : -1,
      x < width - 1 ? p + 1 : -1,
    ]
    for (const q of beside) {
      if (q < 0 || sky[q] || edge[q]! > calm) continue
      const step = Math.hypot(
        lab[q * 3]! - lab[p * 3]!,
        lab[q * 3 + 1]! - lab[p * 3 + 1]!,
        lab[q * 3 + 2]! - lab[p * 3 + 2]!,
      )
      if (step > calm) continue
      sky[q] = 1
      queue.push(q)
    }
  }
  return sky
}

/** Bright pieces among the twigs of what is torn and dark: sky seen through a wood. */
function gaps({ width, height, lab, edge }: Planes): Uint8Array {
  const bright = Uint8Array.from(edge, (_, p) => {
    const chroma = Math.hypot(lab[p * 3 + 1]!, lab[p * 3 + 2]!)
    return lab[p * 3]! > 0.84 && chroma < 0.05 && p / width < height * 0.55 ? 1 : 0
  })
  const top = Math.floor(height * 0.4) * width
  let [lit, torn] = [0, 0]
  for (let p = 0; p < top; p++) {
    lit += bright[p]!
    torn += edge[p]!
  }
  const isWood = lit / top > 0.08 && lit / top < 0.75 && torn / top > 0.06
  return isWood ? bright : new Uint8Array(width * height)
}

type Share = { n: number; l: number; a: number; b: number; edge: number }

function meanOf({ lab, edge }: Planes, takes: (pixel: number) => boolean): Share {
  const sum = { n: 0, l: 0, a: 0, b: 0, edge: 0 }
  for (let p = 0; p < edge.length; p++) {
    if (!takes(p)) continue
    sum.n += 1
    sum.l += lab[p * 3]!
    sum.a += lab[p * 3 + 1]!
    sum.b += lab[p * 3 + 2]!
    sum.edge += edge[p]!
  }
  const n = Math.max(1, sum.n)
  return { n: sum.n, l: sum.l / n, a: sum.a / n, b: sum.b / n, edge: sum.edge / n }
}

/** A ceiling is smooth and on top as well, but hardly brighter than the rest, and never blue. */
function looksLikeSky(planes: Planes, sky: Uint8Array): boolean {
  const above = meanOf(planes, (p) => sky[p] === 1)
  const share = above.n / sky.length
  if (share < 0.03 || share > 0.93) return false
  const below = meanOf(planes, (p) => sky[p] === 0)
  const brighter = above.l - below.l
  if (above.b < -0.03 && above.l > 0.25) return brighter > -0.05
  const warm = above.b > 0.016
  if (above.l < 0.5) return brighter > 0.08 && above.edge < 0.02
  return brighter > (warm ? 0.27 : 0.2)
}

/** Gaps between trees have the colour of the sky that was found. */
function alike(planes: Planes, sky: Uint8Array, lowest: number): Float32Array {
  const { lab, width } = planes
  const colours = clusters(lab, 4, (p) => sky[p]!)
  return Float32Array.from(sky, (own, p) => {
    if (own) return 1
    if (p / width > lowest) return 0
    let least = 1
    for (const { lab: c, share } of colours) {
      if (share < 0.06) continue
      const d = Math.hypot(
        (lab[p * 3]! - c[0]) * 1.2,
        (lab[p * 3 + 1]! - c[1]) * 2,
        (lab[p * 3 + 2]! - c[2]) * 2,
      )
      least = Math.min(least, d)
    }
    return Math.min(1, Math.max(0, (0.1 - least) / 0.05))
  })
}

function horizonOf(sky: Float32Array, width: number, height: number): number {
  const floors: number[] = []
  for (let x = 0; x < width; x++) {
    let y = height - 1
    while (y >= 0 && sky[y * width + x]! < 0.5) y--
    floors.push((y + 1) / height)
  }
  floors.sort((a, b) => a - b)
  return floors[Math.floor(width * 0.75)] ?? 0
}

/** The line where rows change most from bright to dark: a horizon where no sky is seen. */
function guessedHorizon({ lightness, width, height }: Planes): number {
  const rows = Array.from({ length: height }, (_, y) => {
    let sum = 0
    for (let x = 0; x < width; x++) sum += lightness[y * width + x]!
    return sum / width
  })
  let [best, at] = [0, 0.5]
  const reach = Math.max(2, Math.round(height * 0.06))
  for (let y = Math.round(height * 0.3); y < height * 0.7; y++) {
    const mean = (from: number) => rows.slice(from, from + reach).reduce((a, b) => a + b, 0) / reach
    const step = Math.abs(mean(y - reach) - mean(y))
    if (step > best) [best, at] = [step, y / height]
  }
  return at
}

/** Finds the sky: estimated from smoothness, place and colour. `null` plane share 0 when none. */
export function readSky(planes: Planes): SkyReading {
  const { width, height } = planes
  let sky = hanging(planes)
  if (!looksLikeSky(planes, sky)) sky = gaps(planes)
  if (!sky.includes(1)) {
    const none = new Float32Array(width * height)
    return { plane: none, share: 0, horizon: guessedHorizon(planes) }
  }
  const rough = horizonOf(Float32Array.from(sky), width, height)
  const found = alike(planes, sky, Math.max(rough, 0.12) * height)
  const plane = boxBlur(found, width, height, 1)
  const share = plane.reduce((a, b) => a + b, 0) / plane.length
  return { plane, share, horizon: Math.max(0.02, horizonOf(plane, width, height)) }
}
