import { boxBlur } from '../scene/box-blur.ts'
import { clusters, type Swatch } from './clusters.ts'
import { barrierDistance } from './barrier-distance.ts'
import { coverageOf } from './soft-mask.ts'
import { guidedMask } from './guided-mask.ts'
import { keepBodies } from './keep-bodies.ts'
import type { Planes } from './planes-of.ts'

export type SubjectReading = {
  /** 0…1 a pixel of the planes. */
  plane: Float32Array
  /** Of the picture's area. */
  share: number
  /** 0 nothing stands out … 1 a clear subject. */
  confidence: number
  /** Fractions of the frame. */
  box: { left: number; right: number; top: number; bottom: number }
  /** Centre of its mass, fractions of the frame. */
  centre: { x: number; y: number }
}

const passes = 5

function likelihood(lab: Float32Array, p: number, swatches: readonly Swatch[]): number {
  let sum = 1e-7
  for (const { lab: c, share } of swatches) {
    const d =
      (lab[p]! - c[0]) ** 2 * 0.8 + (lab[p + 1]! - c[1]) ** 2 * 4 + (lab[p + 2]! - c[2]) ** 2 * 4
    sum += share * Math.exp(-d / 0.006)
  }
  return sum
}

function guided(
  { picture, width, height }: Planes,
  plane: Float32Array,
  radius: number,
  soft: number,
) {
  return coverageOf(guidedMask(picture, plane, radius, soft), {
    width,
    height,
    row0: 0,
    rows: height,
    rgb: picture.rgb,
  })
}

/** Narrows a first guess down: colours in against colours out, held together by the edges. */
function refine(planes: Planes, first: Float32Array): Float32Array {
  const { width, height, lab } = planes
  const radius = Math.max(2, Math.round(Math.min(width, height) * 0.02))
  let inside = first
  for (let pass = 0; pass < passes; pass++) {
    const held = inside
    const fore = clusters(lab, 7, (p) => (held[p]! > 0.55 ? held[p]! : 0))
    const back = clusters(lab, 9, (p) => (held[p]! < 0.4 ? 1 - held[p]! : 0))
    if (fore.length === 0 || back.length === 0) return inside
    const near = boxBlur(held, width, height, Math.max(2, width * 0.045))
    const raw = new Float32Array(inside.length)
    for (let p = 0; p < raw.length; p++) {
      const f = likelihood(lab, p * 3, fore)
      const b = likelihood(lab, p * 3, back)
      const colour = Math.min(2.2, Math.max(-2.2, Math.log(f / b)))
      const place = (near[p]! - 0.42) * 7 + (first[p]! - 0.45) * 3
      raw[p] = 1 / (1 + Math.exp(-(colour * 1.1 + place)))
    }
    inside = guided(planes, raw, radius, 4e-4)
  }
  return inside
}

function describe(plane: Float32Array, { width, height }: Planes) {
  const box = { left: 1, right: 0, top: 1, bottom: 0 }
  let [mass, sx, sy] = [0, 0, 0]
  for (let p = 0; p < plane.length; p++) {
    const v = plane[p]!
    const x = ((p % width) + 0.5) / width
    const y = (Math.floor(p / width) + 0.5) / height
    mass += v
    sx += v * x
    sy += v * y
    if (v < 0.5) continue
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.min(box.top, y)
    box.bottom = Math.max(box.bottom, y)
  }
  const centre = mass > 0 ? { x: sx / mass, y: sy / mass } : { x: 0.5, y: 0.5 }
  return { box, centre, share: mass / plane.length }
}

/** How much the colours along the outline change across it. */
function standsOut(plane: Float32Array, { width, height, edge }: Planes): number {
  let [along, n] = [0, 0]
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const p = y * width + x
      if (plane[p]! < 0.5 === plane[p + 1]! < 0.5 && plane[p]! < 0.5 === plane[p + width]! < 0.5) {
        continue
      }
      along += Math.max(edge[p]!, edge[p + 1]!, edge[p + width]!)
      n += 1
    }
  }
  return n > 0 ? along / n : 0
}

/** Finds what the picture is of: estimated from what the frame's border does not reach. */
export function readSubject(planes: Planes, skyPlane: Float32Array): SubjectReading {
  const { width, height } = planes
  const barrier = barrierDistance(planes)
  const raw = barrier.map((v, p) => {
    const x = ((p % width) + 0.5) / width - 0.5
    const y = (Math.floor(p / width) + 0.5) / height - 0.52
    const middle = Math.exp(-(x * x) / 0.11 - (y * y) / 0.19)
    return v * (0.35 + 0.65 * middle) * (1 - skyPlane[p]!)
  })
  const sorted = raw.toSorted()
  const top = Math.max(0.02, sorted[Math.floor(sorted.length * 0.985)]!)
  const first = boxBlur(
    raw.map((v) => Math.min(1, Math.max(0, (v / top - 0.22) / 0.5))),
    width,
    height,
    Math.max(1, width * 0.012),
  )
  const plane = keepBodies(refine(planes, first), width, height)
  const about = describe(plane, planes)
  const clear = Math.min(1, standsOut(plane, planes) / 0.05) * Math.min(1, top / 0.16)
  const sane = about.share < 0.012 || about.share > 0.72 ? 0 : about.share > 0.5 ? 0.6 : 1
  const { left, right, top: t } = about.box
  const torn = (left < 0.01 ? 1 : 0) + (right > 0.99 ? 1 : 0) + (t < 0.01 ? 1 : 0)
  return { plane, ...about, confidence: clear * sane * (torn > 1 ? 0.45 : torn === 1 ? 0.75 : 1) }
}
