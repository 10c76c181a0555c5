import { bell, clamp01, expo, mix, sine, smooth } from './curve'
import { add, addLight, edge, gain, haze, ink, lit, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { hash, noise } from './noise'
import { fbm, quad } from './octaves'
import { scene, variant } from './scene'
import { clouds, sky } from './sky'

/** The crest over the column last painted. */
class crest {
  static x: f32 = -1e9
  static k: i32 = -1
  static seed: i32 = -1
  static top: f32 = 0
}

function mesa(x: f32, y: f32): void {
  if (x != crest.x || crest.k != -2 || scene.seed != crest.seed) {
    const n = noise(x * 1.5 + 4, 2, scene.seed)
    const flat: f32 = smooth(0.5, 0.58, n) * 0.7 + smooth(0.64, 0.69, n) * 0.4
    const spire: f32 = smooth(0.72, 0.76, noise(x * 5 + 9, 3, scene.seed + 1)) * 0.4
    crest.x = x
    crest.k = -2
    crest.seed = scene.seed
    crest.top = variant(0) * (flat + spire * (1 - flat)) + 0.012 * noise(x * 30, 1, scene.seed)
  }
  const h = crest.top
  set(0, 0, 0, 0)
  if (y > h + scene.px || y < -0.03) return
  const band: f32 = 0.5 + 0.5 * sine(y * 190 + 5 * fbm(x * 6, y * 10, 3, scene.seed + 3))
  const crag = noise(x * 55, y * 12, scene.seed + 4)
  set(mix(scene.shadeR, 0.5, 0.55), mix(scene.shadeG, 0.22, 0.55), mix(scene.shadeB, 0.13, 0.55), 1)
  gain(0.55 + 0.35 * crag + 0.25 * band)
  const tilt: f32 = noise(x * 55 + 0.5, y * 12, scene.seed + 4) - crag
  lit(clamp01(0.5 + tilt * 2 * -scene.lx) * mix(1, 0.2, scene.night), 0.32)
  haze(0.42 + 0.3 * expo(-y * 14) + scene.fog * 0.4)
  ink.a = edge(y - h)
}

function gust(x: f32, k: i32): f32 {
  return (noise(x * 0.8, <f32>k * 5, scene.seed + k * 13 + 1) - 0.5) * 0.7
}

function ridge(x: f32, k: i32, wind: f32): f32 {
  const s = scene.seed + k * 13
  const f: f32 = 1.25 - 0.2 * <f32>k
  const n = noise(x * f + wind + <f32>k * 11, 5, s)
  const sharp: f32 = 1 - abs<f32>(n * 2 - 1)
  const m: f32 = 1 - abs<f32>(noise(x * f * 2.7 + 3, 8, s + 2) * 2 - 1)
  return sharp * 0.8 + m * 0.22
}

/** How much the ridge climbs between a little left and a little right of x. */
function rise(x: f32, e: f32, k: i32, wind: f32): f32 {
  const s = scene.seed + k * 13
  const f: f32 = 1.25 - 0.2 * <f32>k
  const xs = f32x4.add(
    f32x4.mul(
      f32x4.add(f32x4.splat(x), f32x4.mul(f32x4.splat(e), f32x4(-1, 1, -1, 1))),
      f32x4.mul(f32x4.splat(f), f32x4(1, 1, 2.7, 2.7)),
    ),
    f32x4.add(f32x4.mul(f32x4.splat(wind + <f32>k * 11), f32x4(1, 1, 0, 0)), f32x4(0, 0, 3, 3)),
  )
  const n = quad(xs, f32x4(5, 5, 8, 8), i32x4.add(i32x4.splat(s), i32x4(0, 0, 2, 2)))
  const fold = f32x4.abs(f32x4.sub(f32x4.add(n, n), f32x4.splat(1)))
  return (
    (f32x4.extract_lane(fold, 0) - f32x4.extract_lane(fold, 1)) * 0.8 +
    (f32x4.extract_lane(fold, 2) - f32x4.extract_lane(fold, 3)) * 0.22
  )
}

function lean(k: i32): f32 {
  return hash(k, 9, scene.seed) > 0.5 ? 1 : -1
}

/** What is broad on a dune: the bend of its slip face, the run of its ripples, its tint. */
function broad(x: f32, y: f32): void {
  const s = scene.seed + crest.k * 13 + 40
  ladder.a = (noise(x * 2.2, y * 4, s) - 0.5) * 0.16
  ladder.b = noise(x * 5, y * 9, s + 3)
  ladder.c = noise(x * 2, y * 5, s + 6)
  ladder.d = gust(x - lean(crest.k) * (crest.top - y), crest.k)
}

/** A dune: its slip face falls away from a sinuous crest and keeps the shadow. */
function dune(x: f32, y: f32, k: i32): void {
  const base: f32 = variant(5 + k)
  const size: f32 = variant(1 + k)
  if (x != crest.x || k != crest.k || scene.seed != crest.seed) {
    crest.x = x
    crest.k = k
    crest.seed = scene.seed
    crest.top = base + size * ridge(x, k, gust(x, k))
  }
  const h = crest.top
  set(0, 0, 0, 0)
  if (y > h + scene.px) return
  const d: f32 = h - y
  const s = scene.seed + k * 13 + 40
  const side = lean(k)
  climb(x, y, 10 + k, broad)
  const bend = ladder.a
  const wavy = ladder.b
  const at: f32 = x - side * d * (0.85 + 0.5 * hash(k, 2, s)) - bend * smooth(0, 0.15, d)
  const e: f32 = 0.006
  const slope: f32 = (rise(at, e, k, ladder.d) / (2 * e)) * size
  const sunny: f32 = smooth(-0.05, 0.09, -slope * scene.lx + scene.ly * 0.16 - 0.05)
  const nearness: f32 = <f32>k / 4
  const crossing: f32 = y * (150 - 70 * nearness) + x * 24 * side + wavy * 11
  const ripple: f32 = sine(crossing * (1.1 - 0.4 * nearness)) * smooth(0.2, 0.9, nearness + 0.25)
  const grain = noise(x * 500, y * 500, s)
  const t: f32 = clamp01(0.62 + 0.3 * (ladder.c - 0.5) + 0.06 * grain)
  set(
    mix(scene.shadeR, scene.landR, t) * 1.25,
    mix(scene.shadeG, scene.landG, t) * 1.12,
    mix(scene.shadeB, scene.landB, t),
    1,
  )
  toward(0.62, 0.4, 0.2, 0.42)
  toward(0.8, 0.84, 0.92, scene.snow * 0.7)
  const relief: f32 = 1 + ripple * 0.13 * (0.35 + 0.65 * sunny) + (grain - 0.5) * 0.14
  lit(
    mix(mix(0.32, 0.06, scene.hardness), 0.95, sunny) * relief * mix(1, 0.22, scene.night),
    0.26 + 0.07 * ripple,
  )
  addLight(bell(d / 0.006) * 0.16 * sunny * (1 - scene.night))
  haze((1 - nearness) * 0.36 * expo(-d * 3) + scene.fog * (0.8 - nearness * 0.6))
  add(scene.landR, scene.landG * 0.7, scene.landB * 0.4, 0.05 * smooth(0.3, 0, d) * (1 - sunny))
  ink.a = edge(-d)
}

function drift(x: f32, y: f32): void {
  ladder.a = fbm(x * 1.6, y * 13, 4, scene.seed + 70)
}

/** Sand blown off the crests. */
function plume(x: f32, y: f32): void {
  climb(x, y, 5, drift)
  const n = ladder.a
  const band: f32 = bell((y - 0.02) / 0.09) * smooth(0.2, 0.15, abs<f32>(y - 0.02))
  set(scene.skyLoR, scene.skyLoG, scene.skyLoB, 1)
  toward(scene.landR * 1.6, scene.landG * 1.4, scene.landB * 1.2, 0.35)
  addLight(0.12)
  ink.a = smooth(0.5, 0.85, n) * band * (0.22 + 0.5 * variant(9))
}

export function desert(layer: i32, x: f32, y: f32): void {
  if (layer == 0) sky(x, y)
  else if (layer == 1) clouds(x, y)
  else if (layer == 2) mesa(x, y)
  else if (layer == 7) plume(x, y)
  else dune(x, y, layer - 3)
}
