import { bell, clamp01, expo, length2, mix, most, sine, smooth } from './curve'
import { add, addLight, gain, ink, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { hash, noise } from './noise'
import { fbm, ridged } from './octaves'
import { scene, variant } from './scene'
import { brightStars, stars } from './sky'

/** The folds of the nebula: two warps, gas and dark lanes. */
function gases(x: f32, y: f32): void {
  const c = sine(variant(0) + 1.5708)
  const s = sine(variant(0))
  const u: f32 = x * c + y * s
  const v: f32 = y * c - x * s
  const wx = fbm(u * 1.1 + 4, v * 1.1, 4, scene.seed + 2) - 0.5
  const wy = fbm(u * 1.1 + 9, v * 1.1 + 5, 4, scene.seed + 3) - 0.5
  ladder.a = wx
  ladder.b = wy
  ladder.c = fbm(u * 1.6 + wx * 2.2, v * 2.2 + wy * 2.2, 6, scene.seed + 4)
  ladder.d = ridged(u * 1.4 + wy * 1.8, v * 1.9 + wx * 1.5, 5, scene.seed + 5)
}

function nebula(x: f32, y: f32): void {
  const a: f32 = variant(0)
  const c = sine(a + 1.5708)
  const s = sine(a)
  const v: f32 = y * c - x * s
  climb(x, y, 50, gases)
  const wx = ladder.a
  const wy = ladder.b
  const gas = ladder.c
  const lane = ladder.d
  const band: f32 = bell((v - variant(1) + wx * 0.5) * 1.35)
  const cloud: f32 = smooth(0.36, 0.85, gas) * (0.22 + 0.95 * band) * variant(2)
  set(0.0025, 0.003, 0.006, 1)
  add(scene.skyHiR, scene.skyHiG, scene.skyHiB, 0.012)
  const hot: f32 = smooth(0.52, 0.82, gas + wx * 0.5)
  add(
    mix(0.08, scene.accentR, hot),
    mix(0.16, scene.accentG, hot),
    mix(0.5, scene.accentB, hot),
    cloud * 0.34,
  )
  add(0.55, 0.2, 0.45, cloud * smooth(0.1, -0.25, wy) * 0.2)
  add(1, 0.75, 0.6, band * cloud * hot * hot * 0.35)
  gain(1 - 0.78 * smooth(0.45, 0.85, lane) * band)
  stars(x, y, 0.75 + 0.7 * band * (1 - 0.5 * lane))
  brightStars(x * 0.43 + 31, y * 0.43 + 7, 0.45 + band)
}

/** A ball lit from the side; returns through the ink. kind 0 rock, 1 ocean, 2 gas. */
function ball(x: f32, y: f32, cx: f32, cy: f32, r: f32, kind: i32, s: i32): void {
  set(0, 0, 0, 0)
  const dx: f32 = (x - cx) / r
  const dy: f32 = (y - cy) / r
  const d2: f32 = dx * dx + dy * dy
  const lx: f32 = variant(9)
  const ly: f32 = variant(10)
  const lz: f32 = variant(11)
  if (d2 >= 1) {
    if (kind == 0) return
    const out: f32 = (sqrt<f32>(d2) - 1) * 26
    if (out > 7) return
    const day: f32 = smooth(-0.35, 0.7, (dx * lx + dy * ly) / sqrt<f32>(d2) + lz * 0.1)
    const k: f32 = expo(-out) * day
    set(
      mix(0.25, scene.accentR, 0.25),
      mix(0.5, scene.accentG, 0.25),
      mix(1.1, scene.accentB, 0.25),
      k * 0.8,
    )
    return
  }
  const z: f32 = sqrt<f32>(1 - d2)
  const sun: f32 = dx * lx + dy * ly + z * lz
  const tilt: f32 = dy * 0.95 + dx * 0.3
  const around: f32 = (dx * 0.95 - dy * 0.3) / (0.55 + z)
  if (kind == 2) {
    const swirl = fbm(around * 2.4, tilt * 5, 4, s + 3) - 0.5
    const lat: f32 = tilt * 7 + swirl * 1.3 + 0.35 * sine(tilt * 21)
    const band = fbm(3.3, lat, 3, s)
    const fine = fbm(around * 2 + swirl * 3, tilt * 26 + swirl * 5, 4, s + 4)
    set(mix(scene.landR, 0.9, band), mix(scene.landG, 0.72, band), mix(scene.landB, 0.5, band), 1)
    toward(scene.accentR, scene.accentG, scene.accentB, smooth(0.55, 0.75, band) * 0.5)
    gain(0.55 + 0.6 * fine)
    const spot = length2((around - 0.35) * 3, (tilt + 0.28) * 7)
    toward(scene.accentR * 1.1, scene.accentG * 0.8, scene.accentB * 0.6, bell(spot) * 0.7)
  } else {
    const land = fbm(around * 1.9 + 7, tilt * 1.9 + 3, 6, s)
    const relief: f32 =
      land - fbm((around + 0.02 * lx) * 1.9 + 7, (tilt + 0.02 * ly) * 1.9 + 3, 6, s)
    if (kind == 0) {
      const pit = ridged(around * 5, tilt * 5, 4, s + 6)
      set(0.36, 0.34, 0.33, 1)
      gain(0.4 + 0.8 * land - 0.25 * smooth(0.6, 0.9, pit))
      gain(1 - clamp01(relief * 9))
    } else {
      const coast: f32 = smooth(0.5, 0.53, land)
      set(0.012, 0.05, 0.14, 1)
      toward(0.02, 0.16, 0.24, smooth(0.4, 0.5, land))
      toward(
        mix(scene.landR, 0.3, 0.4),
        mix(scene.landG, 0.26, 0.4),
        mix(scene.landB, 0.14, 0.4),
        coast,
      )
      toward(0.34, 0.26, 0.16, coast * smooth(0.56, 0.66, land))
      gain(1 - relief * 6 * coast)
      toward(0.85, 0.9, 0.95, smooth(0.72, 0.86, abs<f32>(tilt) + (land - 0.5) * 0.5))
      const gloss = most(0, sun * z * 1.6 - 0.75)
      add(1, 0.95, 0.8, gloss * gloss * (1 - coast) * 0.9)
      const w = fbm(around * 1.3, tilt * 1.6, 3, s + 8) - 0.5
      const cover = fbm(around * 2.4 + w * 1.5, tilt * 4.4 + w * 2, 6, s + 9)
      toward(0.95, 0.96, 1, smooth(0.5, 0.72, cover) * 0.92)
    }
  }
  const day: f32 = smooth(-0.12, 0.55, sun)
  const rim: f32 = 1 - z
  const city: f32 =
    kind == 1
      ? smooth(
          0.7,
          0.95,
          fbm(around * 46, tilt * 46, 2, s + 11) + 0.22 * noise(around * 9, tilt * 9, s + 12),
        ) * smooth(0.48, 0.56, fbm(around * 1.9 + 7, tilt * 1.9 + 3, 4, s))
      : 0
  gain(day * 1.5 * (0.45 + 0.55 * clamp01(sun)) + 0.004)
  ink.r *= mix(1, scene.lightR, 0.4)
  ink.g *= mix(1, scene.lightG, 0.4)
  ink.b *= mix(1, scene.lightB, 0.4)
  add(1, 0.62, 0.25, city * (1 - smooth(-0.2, 0.02, sun)) * 0.35)
  if (kind > 0) {
    const air: f32 = rim * rim * smooth(-0.25, 0.5, sun)
    add(
      mix(0.28, scene.accentR, 0.25),
      mix(0.55, scene.accentG, 0.25),
      mix(1.2, scene.accentB, 0.25),
      air * 1.1,
    )
    add(1.1, 0.4, 0.18, bell((sun - 0.02) / 0.1) * rim * 0.35)
  }
  ink.a = clamp01(((1 - sqrt<f32>(d2)) * r) / scene.px + 0.3)
}

/** The flat ring; the half behind the planet is layer 1, the half before it layer 3. */
function ring(x: f32, y: f32, front: bool): void {
  set(0, 0, 0, 0)
  const r: f32 = variant(5)
  const c = sine(variant(7) + 1.5708)
  const s = sine(variant(7))
  const dx: f32 = (x - variant(3)) / r
  const dy: f32 = (y - variant(4)) / r
  const u: f32 = dx * c + dy * s
  const v: f32 = (dy * c - dx * s) / variant(8)
  if (v < 0 != front) return
  const d = length2(u, v)
  if (d < 1.22 || d > 2.3) return
  const band = noise(d * 34, 1, scene.seed + 40) * 0.6 + noise(d * 110, 2, scene.seed + 41) * 0.4
  const gap: f32 = 1 - 0.92 * bell((d - 1.86) / 0.035)
  const a: f32 = smooth(1.22, 1.34, d) * smooth(2.3, 2.22, d) * (0.2 + 0.8 * band) * gap
  const away: f32 = u * variant(9) + v * variant(8) * variant(10)
  const off: f32 = abs<f32>(u * variant(10) - v * variant(8) * variant(9))
  const shadow: f32 = away < 0 && off < 1 ? smooth(0.95, 1, off) : 1
  set(
    mix(scene.landR, 0.85, 0.65),
    mix(scene.landG, 0.75, 0.65),
    mix(scene.landB, 0.6, 0.65),
    a * 0.9,
  )
  gain((0.35 + 0.9 * band) * (0.06 + 0.94 * shadow) * 0.95)
}

/** Drifting rocks in front. */
function debris(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  const cell: f32 = 0.3
  const cx = floor<f32>(x / cell)
  const cy = floor<f32>(y / cell)
  const h = hash(<i32>cx, <i32>cy, scene.seed + 80)
  if (h > variant(12)) return
  const r: f32 = cell * (0.03 + 0.14 * hash(<i32>cx, <i32>cy, scene.seed + 83))
  const ox: f32 = x - (cx + 0.3 + 0.4 * hash(<i32>cx, <i32>cy, scene.seed + 81)) * cell
  const oy: f32 = y - (cy + 0.3 + 0.4 * hash(<i32>cx, <i32>cy, scene.seed + 82)) * cell
  const n = fbm(ox * 26 + h * 90, oy * 26, 4, scene.seed + 84)
  const d: f32 = length2(ox, oy * 1.3) - r * (0.65 + 0.6 * n)
  if (d > scene.px) return
  const depth = sqrt<f32>(clamp01(-d / r))
  const sun: f32 = clamp01(
    (ox * variant(9) + oy * variant(10)) / r + depth * variant(11) + (n - 0.5) * 1.2,
  )
  set(0.17, 0.15, 0.135, 1)
  gain(sun * (0.5 + n) * 1.3 + 0.015)
  addLight(0)
  ink.a = clamp01(0.5 - d / scene.px)
}

export function space(layer: i32, x: f32, y: f32): void {
  if (layer == 0) nebula(x, y)
  else if (layer == 1) ring(x, y, false)
  else if (layer == 2)
    ball(x, y, variant(3), variant(4), variant(5), <i32>variant(6), scene.seed + 30)
  else if (layer == 3) ring(x, y, true)
  else if (layer == 4) ball(x, y, variant(13), variant(14), variant(15), 0, scene.seed + 60)
  else debris(x, y)
}
