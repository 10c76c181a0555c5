import { bell, clamp01, expo, mix, most, smooth } from './curve'
import { add, addLight, edge, gain, haze, ink, lit, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { hash, noise } from './noise'
import { fbm, ridged } from './octaves'
import { scene, variant } from './scene'
import { clouds, sky } from './sky'

function crest(x: f32, k: i32): f32 {
  const s = scene.seed + k * 17
  const kind = hash(k, 3, scene.seed)
  const f: f32 = mix(0.75, 1.5, hash(k, 4, scene.seed)) * (0.75 + <f32>k * 0.28)
  const sharp = ridged(x * f + 31, <f32>k * 7.3, 5, s)
  const round = fbm(x * f * 0.9 + 12, <f32>k * 3.1, 5, s + 3)
  const steep: f32 = variant(0)
  const shape: f32 = mix(round, sharp, clamp01(steep * 1.5 - <f32>k * 0.28 + kind * 0.2))
  const middle: f32 = 0.6 + 0.4 * smooth(0, 1.2, abs<f32>(x - variant(2)) / (scene.halfW + 0.2))
  return variant(4 + k) * (0.12 + 1.15 * shape * middle)
}

/** What a mountain layer knows of one column. */
class column {
  static x: f32 = -1e9
  static k: i32 = -1
  static top: f32 = 0
  static fine: f32 = 0
  static slope: f32 = 0
  static seed: i32 = -1
}

function mountain(x: f32, y: f32, k: i32, far: f32): void {
  if (x != column.x || k != column.k || scene.seed != column.seed) {
    const e: f32 = 0.004
    column.x = x
    column.k = k
    column.seed = scene.seed
    column.top = crest(x, k)
    column.fine = k >= 3 ? trees(x, k) : 0
    column.slope = (crest(x + e, k) - crest(x - e, k)) / (2 * e)
  }
  const top = column.top
  const fine = column.fine
  const slope = column.slope
  const h: f32 = top + fine
  set(0, 0, 0, 0)
  if (y > h + scene.px || y < -0.04) return
  const down: f32 = (top - y) / most(top, 0.02)
  const s = scene.seed + k * 17 + 9
  const a = ridged(x * 5 + y * 2.2 + slope * 0.12, y * 7 - x * 1.6, 4, s)
  const b = ridged((x + 0.012) * 5 + y * 2.2 + slope * 0.12, y * 7 - (x + 0.012) * 1.6, 4, s)
  const relief: f32 = (a - b) * 16
  const side: f32 = clamp01(0.4 + (relief - slope * 0.35) * scene.lx * 0.75 + scene.ly * 0.12)
  const rock: f32 = smooth(0.25, 0.8, a + slope * slope * 0.1)
  set(
    mix(scene.shadeR, scene.landR, 0.25 + 0.5 * rock),
    mix(scene.shadeG, scene.landG, 0.25 + 0.5 * rock),
    mix(scene.shadeB, scene.landB, 0.25 + 0.5 * rock),
    1,
  )
  const white: f32 = mix(variant(1), -0.2, scene.snow)
  const cap: f32 = smooth(white - 0.05, white + 0.06, y + (a - 0.5) * 0.2)
  if (k < 4) toward(0.82, 0.86, 0.93, cap * (0.35 + 0.65 * smooth(0.3, 0.55, a + (b - a) * 6)))
  if (fine > 0 || k >= 3) {
    const clump = noise(x * 46, y * 60, s + 4)
    gain(mix(1, 0.45 + 0.6 * clump, smooth(-0.02, 0.02, top - y + fine)))
  }
  lit(side * mix(0.95, 0.35, scene.fog) * mix(1, 0.6, scene.night), 0.26 + 0.12 * side)
  const low: f32 = expo(-most(y, 0) * 9)
  haze(far * (0.5 + 0.55 * low) + scene.fog * mix(0.75, 0.25, <f32>k * 0.25) + down * 0.02)
  const rim: f32 = bell((h - y) / 0.006) * bell((x - scene.sunX) * 1.3)
  addLight(rim * 0.08 * (1 - scene.cloud) * (1 - scene.night))
  ink.a = edge(y - h)
}

/** Conifers or round crowns standing on a crest. */
function trees(x: f32, k: i32): f32 {
  const cell: f32 = 0.012 * (1 + (<f32>k - 2) * 0.55)
  let best: f32 = 0
  for (let n = -1; n <= 1; n++) {
    const c = floor<f32>(x / cell) + <f32>n
    const h = hash(<i32>c, k, scene.seed + 90)
    const stand = fbm(c * cell * 3.2, <f32>k, 3, scene.seed + 91)
    if (stand < 0.62 - scene.density * 0.3) continue
    const centre: f32 = (c + 0.5 + (h - 0.5) * 0.6) * cell
    const tall: f32 = cell * (2.1 + 2.2 * h)
    const d = abs<f32>(x - centre) / (cell * 0.62)
    const jag: f32 = 0.12 * noise(x * 900, c, scene.seed)
    const spruce: f32 = tall * (1 - d - jag)
    const round: f32 = tall * 0.75 * sqrt<f32>(most(0, 1 - d * d))
    best = most(best, variant(3) > 0.5 ? spruce : round)
  }
  return best
}

/** Broad patches of growth and of cloud shadow. */
function patches(x: f32, y: f32): void {
  const depth: f32 = 1 / most(0.02 - y, 0.02)
  const wx: f32 = x * depth
  ladder.a = fbm(wx * 0.35, depth * 0.5, 4, scene.seed + 12)
  ladder.b = fbm(wx * 0.16 + 5, depth * 0.3, 3, scene.seed + 16)
}

function meadow(x: f32, y: f32): void {
  const top: f32 = -0.004 + 0.02 * (noise(x * 1.3, 4, scene.seed + 8) - 0.5)
  const depth: f32 = 1 / most(0.02 - y, 0.02)
  const wx: f32 = x * depth
  if (y < -0.05) climb(x, y, 3, patches)
  else patches(x, y)
  const broad = ladder.a
  const tuft = fbm(wx * 2.2, depth * 2.1, 4, scene.seed + 13)
  const blade = noise(x * 190, y * 42 + wx * 0.2, scene.seed + 14)
  const t: f32 = clamp01(broad * 0.9 + (tuft - 0.5) * 0.7)
  set(
    mix(scene.shadeR, scene.landR, t),
    mix(scene.shadeG, scene.landG, t),
    mix(scene.shadeB, scene.landB, t),
    1,
  )
  gain(0.72 + 0.5 * blade * smooth(0, 0.35, -y) + 0.15 * tuft)
  const path: f32 = bell((x - variant(2) * (1 + y) - 0.25 * bend(depth)) / (0.03 - 0.3 * y))
  toward(scene.landR * 1.2 + 0.08, scene.landG + 0.04, scene.landB * 0.8 + 0.02, path * 0.55)
  const flower = hash(<i32>floor<f32>(wx * 22), <i32>floor<f32>(depth * 26), scene.seed + 15)
  if (scene.season < 2 && flower > 0.965) {
    const pick = hash(<i32>floor<f32>(wx * 22), 5, scene.seed)
    toward(
      mix(scene.accentR, 0.9, pick),
      mix(scene.accentG, 0.8, pick),
      mix(scene.accentB, 0.75, pick * pick),
      0.75 * clamp01(-y * 4),
    )
  }
  toward(0.8, 0.85, 0.94, scene.snow * (0.75 + 0.25 * broad))
  const patchy: f32 = smooth(0.36, 0.62, ladder.b)
  lit(
    (0.4 + 0.5 * scene.ly) *
      mix(1, 0.35 + 0.65 * patchy, scene.hardness) *
      mix(1, 0.6, scene.night),
    0.28,
  )
  const toSun: f32 = bell((x - scene.sunX) * (0.6 - y))
  addLight(toSun * blade * 0.1 * (1 - scene.cloud) * (1 - scene.night))
  haze(expo(y * 9) * 0.62 + scene.fog * expo(y * 3.5) * 0.8)
  ink.a = edge(y - top)
}

function bend(d: f32): f32 {
  return noise(d * 0.8, 1, scene.seed + 2) - 0.5
}

/** How high the grass of the column last painted can reach. */
class turf {
  static x: f32 = -1e9
  static seed: i32 = -1
  static top: f32 = 0
}

/** The tallest a blade may be before its clump is known. */
function tallest(c: i32, n: i32): f32 {
  const h = hash(c, n, scene.seed + 40)
  return (0.07 + 0.24 * h * h) * variant(8)
}

function clump(c: f32, cell: f32, n: i32): f32 {
  return smooth(0.3, 0.85, noise(c * cell * 2.4 + <f32>n, <f32>n * 5, scene.seed + 41))
}

function mow(x: f32): void {
  turf.x = x
  turf.seed = scene.seed
  turf.top = 0
  for (let n = 0; n < 3; n++) {
    const cell: f32 = 0.011 + <f32>n * 0.004
    const c0 = floor<f32>(x / cell)
    for (let m = -2; m <= 2; m++) {
      const tall = tallest(<i32>(c0 + <f32>m), n)
      if (tall > turf.top) turf.top = most(turf.top, tall * clump(c0 + <f32>m, cell, n))
    }
  }
}

/** Dark grasses and reeds along the bottom edge. */
function grasses(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  let cover: f32 = 0
  let tip: f32 = 0
  const rise: f32 = y + scene.bot + 0.06
  if (x != turf.x || scene.seed != turf.seed) mow(x)
  if (rise > most(turf.top, 0.01) || rise < 0) return
  for (let n = 0; n < 3; n++) {
    const cell: f32 = 0.011 + <f32>n * 0.004
    const c0 = floor<f32>(x / cell)
    for (let m = -2; m <= 2; m++) {
      const c: f32 = c0 + <f32>m
      const limit = tallest(<i32>c, n)
      if (rise > limit) continue
      const off: f32 = x - (c + 0.5) * cell
      if (abs<f32>(off) > limit * 0.4 + 0.0036 + scene.px) continue
      const tall: f32 = limit * clump(c, cell, n)
      const up: f32 = rise / most(tall, 0.01)
      if (up > 1) continue
      const lean: f32 = (hash(<i32>c, n, scene.seed + 42) - 0.5) * tall * 0.8 * up * up
      const wide: f32 = 0.0032 * (1 - up) + 0.0006
      const a = clamp01((wide - abs<f32>(off - lean)) / scene.px + 0.5)
      if (a > cover) {
        cover = a
        tip = up
      }
    }
  }
  if (cover <= 0) return
  set(
    mix(scene.shadeR * 0.3, scene.landR * 0.75, tip * tip),
    mix(scene.shadeG * 0.3, scene.landG * 0.75, tip * tip),
    mix(scene.shadeB * 0.3, scene.landB * 0.75, tip * tip),
    cover,
  )
  toward(0.7, 0.75, 0.85, scene.snow * tip * 0.6)
  lit(0.3 + 0.6 * tip, 0.4)
  add(scene.skyLoR, scene.skyLoG, scene.skyLoB, scene.fog * 0.1)
  ink.a = cover * smooth(0, 0.05, rise)
}

export function landscape(layer: i32, x: f32, y: f32): void {
  if (layer == 0) sky(x, y)
  else if (layer == 1) clouds(x, y)
  else if (layer <= 5) mountain(x, y, layer - 2, variant(10 + layer - 2))
  else if (layer == 6) meadow(x, y)
  else grasses(x, y)
}
