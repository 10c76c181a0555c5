import { bell, clamp01, expo, mix, most, sine, smooth } from './curve'
import { add, addLight, edge, gain, haze, ink, lit, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { hash, noise } from './noise'
import { fbm, ridged } from './octaves'
import { scene, variant } from './scene'
import { clouds, sky } from './sky'

/** Height of the headland, or of a swell's crest, in the column last painted. */
class coast {
  static x: f32 = -1e9
  static k: i32 = -1
  static seed: i32 = -1
  static top: f32 = 0
  static ridge: f32 = 0
}

/** A far headland or islands on the horizon. */
function headland(x: f32, y: f32): void {
  if (x != coast.x || coast.k != -2 || scene.seed != coast.seed) {
    coast.x = x
    coast.k = -2
    coast.seed = scene.seed
    const out: f32 = smooth(variant(1), variant(1) + 0.9, x * variant(0))
    const isle: f32 = bell((x - variant(2)) / 0.28) * 0.5
    const mass: f32 = most(out, isle)
    coast.top = mass * variant(3) * (0.5 + 0.9 * ridged(x * 2.6 + 9, 3, 5, scene.seed)) - 0.012
  }
  const h = coast.top
  set(0, 0, 0, 0)
  if (y > h + scene.px || h < 0) return
  const n = fbm(x * 24 + y * 9, y * 34, 4, scene.seed + 4)
  const strata: f32 = 0.5 + 0.5 * sine(y * 150 + n * 7 + x * 8)
  set(mix(scene.shadeR, 0.42, 0.45), mix(scene.shadeG, 0.36, 0.45), mix(scene.shadeB, 0.3, 0.45), 1)
  gain(0.45 + 0.5 * n + 0.14 * strata)
  toward(
    scene.landR * 0.5 + 0.02,
    scene.landG * 0.6 + 0.03,
    scene.landB * 0.3,
    smooth(0.05, 0, h - y - n * 0.03),
  )
  toward(0.8, 0.84, 0.9, scene.snow * smooth(0.06, 0.01, h - y))
  const slope: f32 =
    noise(x * 30 + 0.3, y * 22, scene.seed) - noise(x * 30 - 0.3, y * 22, scene.seed)
  lit(clamp01(0.5 - slope * scene.lx * 1.6) * mix(1, 0.2, scene.night), 0.3)
  haze(0.34 + scene.fog * 0.55 + 0.25 * expo(-y * 22))
  ink.a = edge(y - h)
}

/** One rolling swell: a crest with light in it and lace on its back. */
function swell(x: f32, y: f32, k: i32): void {
  const size: f32 = variant(4 + k)
  const base: f32 = variant(8 + k)
  const s = scene.seed + k * 7
  if (x != coast.x || k != coast.k || scene.seed != coast.seed) {
    coast.x = x
    coast.k = k
    coast.seed = scene.seed
    const long = noise(x * (1.1 - <f32>k * 0.12) + <f32>k * 9, 2, s)
    coast.ridge = smooth(0.15, 0.75, long)
    coast.top = base + size * coast.ridge * (0.82 + 0.25 * fbm(x * 5, 4, 3, s + 2))
  }
  const ridge = coast.ridge
  const h = coast.top
  set(0, 0, 0, 0)
  if (y > h + scene.px * 2) return
  const d: f32 = h - y
  const thick: f32 = size * (0.6 + ridge)
  const up: f32 = 1 - d / thick
  if (up < 0) return
  const face = fbm(x * 8 + d * 3, d * 40 - x * 2, 4, s + 5)
  const glow: f32 = up * up * ridge
  set(scene.shadeR, scene.shadeG, scene.shadeB, 1)
  toward(scene.landR * 0.7, scene.landG, scene.landB, glow * 0.75)
  gain(0.7 + 0.5 * face)
  add(scene.skyLoR, scene.skyLoG, scene.skyLoB, 0.2 + 0.25 * (1 - up))
  const back: f32 = bell((x - scene.sunX) * 0.9)
  add(
    scene.landR * 0.2,
    scene.landG * 0.6,
    scene.landB * 0.45,
    glow * (0.3 + back * 0.6) * (1 - scene.night),
  )
  lit(0.34 + 0.3 * face, 0.55)
  add(scene.skyLoR, scene.skyLoG, scene.skyLoB, 0.1 * smooth(0.5, 0.8, face))
  addLight(back * smooth(0.66, 0.8, face) * 0.7 * (1 - scene.cloud))
  const lip: f32 =
    bell(d / (0.01 + 0.22 * size * ridge)) *
    smooth(0.28, 0.66, fbm(x * 26, d * 60, 3, s + 8)) *
    ridge
  const net = ridged(x * 13 + d * 8, d * 30 + x * 3, 4, s + 6)
  const lace: f32 = smooth(0.52, 0.8, net) * smooth(0.1, 0.7, up) * variant(12) * ridge
  const white: f32 = clamp01(lip * (0.25 + variant(12)) + lace * 0.7)
  const lum: f32 = 0.22 + 0.3 * (scene.skyLoG + scene.lightG * 0.6)
  toward(lum * 0.97, lum, lum * 1.03, white * mix(0.95, 0.3, scene.night))
  const fray = fbm(x * 34, d * 70 + x * 4, 3, s + 9) - 0.5
  const crown: f32 = smooth(0, 0.012 + size * 0.3, d + fray * size * 0.35)
  ink.a = crown * smooth(0, 0.85, up) * mix(0.3, 0.92, ridge)
}

function sand(x: f32, y: f32): void {
  ladder.a = fbm(x * 3, y * 9, 4, scene.seed + 23)
}

/** A beach across the bottom, wet and foaming where the sea meets it. */
function shore(x: f32, y: f32): void {
  const side: f32 = variant(0)
  if (x != coast.x || coast.k != -3 || scene.seed != coast.seed) {
    coast.x = x
    coast.k = -3
    coast.seed = scene.seed
    const lace: f32 = fbm(x * 3.4, 6, 4, scene.seed + 21) * 0.06
    coast.top =
      -scene.bot * (0.8 - variant(13) * 0.3) - x * side * 0.13 + lace + 0.03 * sine(x * 2.3 + 1)
  }
  const d: f32 = coast.top - y
  set(0, 0, 0, 0)
  if (d < -0.03) return
  const grain = noise(x * 420, y * 420, scene.seed)
  climb(x, y, 4, sand)
  const dune = ladder.a
  set(0.66, 0.53, 0.37, 1)
  toward(scene.landR, scene.landG, scene.landB, 0.15)
  gain(0.6 + 0.22 * grain + 0.35 * dune)
  const wet: f32 = smooth(0.1, 0.02, d)
  gain(1 - 0.45 * wet)
  lit(0.42 + 0.3 * scene.ly, 0.36)
  add(scene.skyLoR, scene.skyLoG, scene.skyLoB, wet * 0.3)
  toward(0.8, 0.84, 0.92, scene.snow * smooth(0.06, 0.14, d) * 0.8)
  const foam: f32 = bell((d - 0.004) / 0.012) + bell((d - 0.05) / 0.006) * 0.5
  const bubbles: f32 = d < 0.09 ? ridged(x * 22, y * 34, 4, scene.seed + 24) : 0.5
  const lum: f32 = 0.24 + 0.32 * (scene.skyLoG + scene.lightG * 0.6)
  toward(
    lum,
    lum,
    lum * 1.03,
    clamp01(foam * smooth(0.1, 0.4, bubbles)) * mix(0.95, 0.4, scene.night),
  )
  ink.a = smooth(-0.012, 0.004, d + (bubbles - 0.5) * 0.016)
}

/** Heads of the four rocks in the column last painted; below -1 is none. */
class stack {
  static x: f32 = -1e9
  static seed: i32 = -1
  static h0: f32 = 0
  static h1: f32 = 0
  static h2: f32 = 0
  static h3: f32 = 0
  static top: f32 = 0
}

function foot(n: i32): f32 {
  return -0.05 - 0.05 * hash(n, 4, scene.seed + 9)
}

function head(x: f32, n: i32): f32 {
  const cx: f32 = variant(14) + (hash(n, 1, scene.seed + 9) - 0.5) * 0.5
  const w: f32 = 0.05 + 0.09 * hash(n, 2, scene.seed + 9)
  const d = abs<f32>(x - cx) / w
  if (d > 1.1) return -9
  const tall: f32 = variant(15) * (0.35 + 0.9 * hash(n, 3, scene.seed + 9))
  const rough: f32 = (fbm(x * 11, <f32>n * 4, 4, scene.seed + 11) - 0.5) * 0.5
  return foot(n) + tall * (1 - d * d * d) * (0.8 + rough)
}

function above(y: f32, h: f32, n: i32): f32 {
  return y > foot(n) - 0.012 ? h - y : -1
}

/** Sea stacks: dark rocks standing in the water. */
function rocks(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  if (x != stack.x || scene.seed != stack.seed) {
    stack.x = x
    stack.seed = scene.seed
    stack.h0 = head(x, 0)
    stack.h1 = head(x, 1)
    stack.h2 = head(x, 2)
    stack.h3 = head(x, 3)
    stack.top = most(most(stack.h0, stack.h1), most(stack.h2, stack.h3))
  }
  if (y > stack.top + scene.px) return
  const best: f32 = most(
    most(above(y, stack.h0, 0), above(y, stack.h1, 1)),
    most(above(y, stack.h2, 2), above(y, stack.h3, 3)),
  )
  if (best < -scene.px) return
  const a = ridged(x * 14, y * 9, 4, scene.seed + 13)
  const b = ridged(x * 14 + 0.25, y * 9, 4, scene.seed + 13)
  set(0.16 + scene.shadeR * 0.4, 0.14 + scene.shadeG * 0.4, 0.13 + scene.shadeB * 0.4, 1)
  gain(0.5 + 0.7 * a)
  toward(0.8, 0.84, 0.9, scene.snow * smooth(0.05, 0, best))
  lit(clamp01(0.4 + (a - b) * 3.5 * scene.lx) * mix(1, 0.2, scene.night), 0.3)
  haze(0.12 + scene.fog * 0.5)
  ink.a = edge(-best)
}

export function sea(layer: i32, x: f32, y: f32): void {
  if (layer == 0) sky(x, y)
  else if (layer == 1) clouds(x, y)
  else if (layer == 2) headland(x, y)
  else if (layer == 3) rocks(x, y)
  else if (layer < 8) swell(x, y, layer - 4)
  else shore(x, y)
}
