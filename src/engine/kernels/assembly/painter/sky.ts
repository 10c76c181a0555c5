import { bell, clamp01, expo, length2, mix, most, smooth } from './curve'
import { add, addLight, gain, ink, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { hash, noise } from './noise'
import { fbm } from './octaves'
import { scene } from './scene'

/** The star of one cell: where it stands and how it shines (0 is none). */
class spark {
  static x: f32 = 0
  static y: f32 = 0
  static size: f32 = 1
  static lum: f32 = 0
}

function kindle(cx: i32, cy: i32, cell: f32, share: f32, seed: i32): void {
  const h = hash(cx, cy, seed)
  spark.lum = 0
  if (h > share) return
  const b = hash(cx, cy, seed + 3)
  spark.x = (<f32>cx + 0.2 + 0.6 * hash(cx, cy, seed + 1)) * cell
  spark.y = (<f32>cy + 0.2 + 0.6 * hash(cx, cy, seed + 2)) * cell
  spark.size = 1 / (most(0.0007, scene.px * 0.6) * (0.6 + 0.7 * (h / share)))
  spark.lum = 0.05 + 1.4 * b * b * b * b
}

function star(x: f32, y: f32, cell: f32, share: f32, seed: i32): f32 {
  const cx = <i32>floor<f32>(x / cell)
  const cy = <i32>floor<f32>(y / cell)
  if (hash(cx, cy, seed) > share) return 0
  const reach: f32 = most(0.0007, scene.px * 0.6) * 3
  const dx: f32 = (<f32>cx + 0.2 + 0.6 * hash(cx, cy, seed + 1)) * cell - x
  if (abs<f32>(dx) > reach) return 0
  kindle(cx, cy, cell, share, seed)
  return bell(length2(dx, spark.y - y) * spark.size) * spark.lum
}

/** Adds a field of stars, `amount` 0..1. */
export function stars(x: f32, y: f32, amount: f32): void {
  const a = star(x, y, 0.022, 0.35, scene.seed + 50)
  const b = star(x + 9, y, 0.07, 0.4, scene.seed + 60) * 2.4
  if (a > 0) add(0.85, 0.9, 1.1, a * amount * 0.6)
  if (b > 0) add(1.1, 1, 0.9, b * amount * 0.7)
}

/** Adds only the few bright ones. */
export function brightStars(x: f32, y: f32, amount: f32): void {
  const b = star(x + 9, y, 0.07, 0.4, scene.seed + 60) * 2.4
  if (b > 0) add(1.1, 1, 0.9, b * amount * 0.7)
}

/** Dust of the galaxy. */
function milky(x: f32, y: f32): void {
  ladder.a = fbm(x * 4 + 3, y * 4, 4, scene.seed + 71)
}

/** The sky with its sun or moon. y is up from the horizon; works below it too (for haze). */
export function sky(x: f32, y: f32): void {
  const h = clamp01(y / (scene.top * 0.92 + 0.12))
  const t: f32 = 1 - (1 - h) * (1 - h) * (1 - 0.35 * h)
  set(
    mix(scene.skyLoR, scene.skyHiR, t),
    mix(scene.skyLoG, scene.skyHiG, t),
    mix(scene.skyLoB, scene.skyHiB, t),
    1,
  )
  const veil: f32 = 1 - smooth(0.35, 0.95, scene.cloud)
  const dx: f32 = x - scene.sunX
  const dy: f32 = y - scene.sunY
  const d = length2(dx, dy)
  const warm: f32 = expo(-d * 2.6) * 0.22 + expo(-length2(dx * 0.35, y) * 5) * 0.1
  addLight(warm * (0.25 + 0.75 * veil) * mix(1, 0.16, scene.night))
  if (scene.night > 0.3) {
    const band: f32 = bell((y * 0.8 - x * 0.5 - scene.top * 0.45) * 3.2)
    climb(x, y, 1, milky)
    const dust = ladder.a
    add(0.5, 0.55, 0.9, band * dust * dust * 0.035 * veil * scene.night)
    stars(x, y, scene.night * veil * clamp01(y * 5) * (0.55 + band))
    const r: f32 = 0.036
    addLight(expo(-d * 9) * 0.16 * veil)
    const disc = clamp01((r - d) / scene.px + 0.5)
    if (disc > 0) {
      const mare: f32 = 0.72 + 0.4 * noise(dx * 60 + 40, dy * 60, scene.seed + 5)
      const rim: f32 = 0.75 + 0.25 * sqrt<f32>(most(0, 1 - (d * d) / (r * r)))
      toward(1.5 * mare * rim, 1.48 * mare * rim, 1.36 * mare * rim, disc * (0.15 + 0.85 * veil))
    }
    return
  }
  if (scene.elevation > -3) {
    const core: f32 = clamp01((0.03 - d) / (scene.px * 1.5) + 0.5)
    addLight((core * 5 + expo(-d * 16) * 0.9) * veil)
  }
}

function cloudMass(x: f32, y: f32, bank: f32, octaves: i32): f32 {
  const warp: f32 = noise(x * 2.1 + 5, y * 3 + 2, scene.seed + 33) - 0.5
  if (bank > 0.5) {
    const lump = fbm(x * 1.9 + 17, y * 3.4 + warp * 0.4, octaves + 1, scene.seed + 35)
    return lump + 0.2 - y * 0.45 - 0.1 * smooth(0.12, 0.02, y)
  }
  const z: f32 = 1 / (y + 0.16)
  return fbm(x * z * 0.75 + warp * 0.6 + 11, z * 1.7 + warp * 0.3, octaves, scene.seed + 31)
}

function cloudBank(): f32 {
  return hash(4, 7, scene.seed) > 0.45 && scene.cloud < 0.7 ? 1 : 0
}

/** The mass of cloud here and a little nearer the sun. */
function masses(x: f32, y: f32): void {
  const kind = cloudBank()
  const up: f32 = most(y, -0.02)
  const sx: f32 = scene.sunX - x
  const sy: f32 = scene.sunY - y
  const d = length2(sx, sy) + 0.001
  ladder.a = cloudMass(x, up, kind, 5)
  ladder.b = cloudMass(x + (sx / d) * 0.045, most(y + (sy / d) * 0.045, 0), kind, 3)
}

/** A sheet of cloud over the sky, transparent between. */
export function clouds(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  if (y < -0.02) return
  climb(x, y, 2, masses)
  const m = ladder.a
  const floor: f32 = mix(0.67, 0.3, scene.cloud)
  const body = smooth(floor, floor + 0.24, m)
  if (body <= 0) return
  const sx: f32 = scene.sunX - x
  const sy: f32 = scene.sunY - y
  const d = length2(sx, sy) + 0.001
  const toSun = ladder.b
  const shade: f32 = clamp01(0.55 + (m - toSun) * 3.2 - (m - floor) * 0.35)
  const dark: f32 = smooth(0.6, 1, scene.cloud)
  const ambientR: f32 = mix(scene.skyLoR, scene.skyHiR, 0.45)
  const ambientG: f32 = mix(scene.skyLoG, scene.skyHiG, 0.45)
  const ambientB: f32 = mix(scene.skyLoB, scene.skyHiB, 0.45)
  const grey: f32 = (ambientR + ambientG + ambientB) * 0.333
  set(mix(ambientR, grey, 0.4), mix(ambientG, grey, 0.4), mix(ambientB, grey, 0.4), 1)
  gain(mix(1.05, 0.55, dark * (1 - shade)))
  const glow: f32 = expo(-d * 2.2)
  addLight(shade * mix(0.5, 0.1, dark) * mix(1, 0.1, scene.night) * (0.55 + glow))
  ink.a = body * smooth(0, 0.05, y) * mix(0.86, 0.97, scene.cloud)
}
