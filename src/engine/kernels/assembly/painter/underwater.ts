import { bell, clamp01, expo, least, length2, mix, most, sine, smooth } from './curve'
import { add, addLight, edge, gain, ink, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { hash, noise } from './noise'
import { fbm, ridged } from './octaves'
import { scene, variant } from './scene'

/** Colour of the water itself, bright under the surface and dark below. */
function deep(x: f32, y: f32): void {
  const t = clamp01((y + scene.bot) / (scene.top + scene.bot))
  const side: f32 = expo(-length2(x - scene.sunX * 0.6, (scene.top - y) * 0.9) * 1.5)
  const r: f32 = mix(variant(0) * 0.12, variant(3), t * t)
  const g: f32 = mix(variant(1) * 0.16, variant(4), t * t)
  const b: f32 = mix(variant(2) * 0.3, variant(5), t * t)
  set(r, g, b, 1)
  addLight(side * side * 0.5 * mix(1, 0.35, scene.night))
}

function fade(t: f32, x: f32, y: f32): void {
  const r = ink.r
  const g = ink.g
  const b = ink.b
  const a = ink.a
  deep(x, y)
  const k = clamp01(t)
  set(mix(r, ink.r, least(k * 1.25, 1)), mix(g, ink.g, k), mix(b, ink.b, k), a)
}

function skyNet(x: f32, y: f32): void {
  const over: f32 = most(y - scene.top - 0.05, 0)
  const depth: f32 = 1 / (most(scene.top + 0.13 - y, 0.08) + over)
  ladder.a = ridged((x - scene.sunX * 0.4) * depth * 0.7, depth * 1.3, 5, scene.seed + 7)
}

/** The bright moving skin of the water seen from below. */
function surface(x: f32, y: f32): void {
  const d: f32 = scene.top + 0.05 - y
  if (d > 0.1) climb(x, y, 44, skyNet)
  else skyNet(x, y)
  const n = ladder.a
  set(variant(3) * 1.8 + 0.15, variant(4) * 1.8 + 0.2, variant(5) * 1.7 + 0.2, 1)
  ink.a = smooth(0.4, 0.85, n) * smooth(0.32, 0.02, d) * 0.75
}

/** Height of the rock over the column last painted. */
class column {
  static x: f32 = -1e9
  static k: i32 = -1
  static seed: i32 = -1
  static top: f32 = 0
}

/** Lumps, knobs and growth of a rock. */
function skin(x: f32, y: f32): void {
  const s = scene.seed + column.k * 31
  ladder.a = fbm(x * 9, y * 9, 4, s + 4)
  ladder.b = fbm(x * 9, y * 9 + 0.25, 3, s + 4)
  ladder.c = noise(x * 4.5, y * 4.5, s + 5)
  ladder.d = ridged(x * 8, y * 8, 4, s + 2)
  ladder.e = (fbm(x * 12, y * 12, 3, s + 3) - 0.5) * 0.09
}

function rock(x: f32, y: f32, k: i32): void {
  if (x != column.x || k != column.k || scene.seed != column.seed) {
    const f: f32 = 1.4 + 0.5 * <f32>k
    const shape = fbm(x * f + 13 * <f32>k, 3, 5, scene.seed + k * 31)
    const side: f32 = smooth(0.1, 1, abs<f32>(x - variant(6)) / scene.halfW)
    column.x = x
    column.k = k
    column.seed = scene.seed
    column.top = variant(7 + k) + variant(10 + k) * (shape * 1.3 * (0.25 + side) - 0.15)
  }
  const h = column.top
  set(0, 0, 0, 0)
  if (y > h + 0.06) return
  climb(x, y, 40 + k, skin)
  const d: f32 = y - h - ladder.e
  if (d > scene.px) return
  const a = ladder.a
  const b = ladder.b
  const coral = ladder.c
  const knob = ladder.d
  set(0.22, 0.2, 0.19, 1)
  toward(
    scene.accentR * 0.8,
    scene.accentG * 0.5,
    scene.accentB * 0.6,
    smooth(0.6, 0.75, coral) * 0.8,
  )
  toward(0.62, 0.35, 0.12, smooth(0.32, 0.22, coral) * 0.6)
  toward(scene.landR, scene.landG * 1.2, scene.landB, smooth(0.45, 0.55, a) * 0.35)
  gain(
    (0.35 + 0.75 * knob) * (0.6 + clamp01((a - b) * 5 + 0.2)) * (0.45 + 0.55 * smooth(0.35, 0, -d)),
  )
  ink.r *= scene.lightR * 0.55 + variant(3) * 0.5
  ink.g *= scene.lightG * 0.6 + variant(4) * 0.6
  ink.b *= scene.lightB * 0.6 + variant(5) * 0.6
  const aa = edge(d)
  ink.a = aa
  fade(0.72 - 0.3 * <f32>k, x, y)
  ink.a = aa
}

function sand(x: f32, y: f32): void {
  const d: f32 = variant(13) + 0.02 * noise(x * 2, 1, scene.seed) - y
  const depth: f32 = 1 / most(d + 0.06, 0.04)
  ladder.a = fbm(x * depth * 0.8, depth * 0.9, 4, scene.seed + 20)
}

function seabed(x: f32, y: f32): void {
  const d: f32 = variant(13) + 0.02 * noise(x * 2, 1, scene.seed) - y
  set(0, 0, 0, 0)
  if (d < -scene.px) return
  const depth: f32 = 1 / (d + 0.06)
  const wx: f32 = x * depth
  if (d > 0.06) climb(x, y, 45, sand)
  else sand(x, y)
  const w = ladder.a
  const ripple = sine(depth * 9 + w * 13 + wx * 1.4)
  const grain = noise(wx * 55, depth * 60, scene.seed + 21)
  set(0.58, 0.5, 0.36, 1)
  gain(0.5 + 0.13 * ripple * smooth(9, 3, depth) + 0.2 * grain + 0.4 * w)
  const stone = hash(<i32>floor<f32>(wx * 5), <i32>floor<f32>(depth * 5), scene.seed + 22)
  if (stone > 0.9) gain(mix(1, 0.85, smooth(1.8, 3, depth)))
  ink.r *= scene.lightR * 0.35 + variant(3) * 0.5
  ink.g *= scene.lightG * 0.45 + variant(4) * 0.6
  ink.b *= scene.lightB * 0.5 + variant(5) * 0.6
  const a = clamp01(d / scene.px + 0.5)
  ink.a = a
  fade(expo(-d * 3.4), x, y)
  ink.a = a
}

/** How high weed may reach over a column. */
function tallest(x: f32, k: i32, s: i32): f32 {
  const cell: f32 = 0.05 + 0.03 * <f32>k
  let top: f32 = 0
  for (let n = -2; n <= 2; n++) {
    const c = floor<f32>(x / cell) + <f32>n
    const grove = noise(c * cell * 1.3, <f32>k * 4, s + 3)
    if (grove < 0.62 - scene.density * 0.25) continue
    const h = hash(<i32>c, k, s)
    top = most(top, (0.1 + 0.34 * h * h) * (0.5 + grove) * (0.8 + 0.4 * <f32>k))
  }
  return top
}

/** Ribbons of weed rising from the floor. */
function weed(x: f32, y: f32, k: i32): void {
  set(0, 0, 0, 0)
  const s = scene.seed + 60 + k * 9
  const base: f32 = variant(14 + k)
  const up: f32 = y - base
  if (up < 0) return
  if (x != column.x || column.k != 8 + k || scene.seed != column.seed) {
    column.x = x
    column.k = 8 + k
    column.seed = scene.seed
    column.top = tallest(x, k, s)
  }
  if (up > column.top) return
  let cover: f32 = 0
  let tone: f32 = 0
  const cell: f32 = 0.05 + 0.03 * <f32>k
  for (let n = -2; n <= 2; n++) {
    const c = floor<f32>(x / cell) + <f32>n
    const h = hash(<i32>c, k, s)
    if (up > (0.1 + 0.34 * h * h) * 1.5 * (0.8 + 0.4 * <f32>k)) continue
    if (abs<f32>(x - (c + h) * cell) > 0.115 + scene.px) continue
    const grove = noise(c * cell * 1.3, <f32>k * 4, s + 3)
    if (grove < 0.62 - scene.density * 0.25) continue
    const tall: f32 = (0.1 + 0.34 * h * h) * (0.5 + grove) * (0.8 + 0.4 * <f32>k)
    const t: f32 = up / tall
    if (t > 1) continue
    const at: f32 = (c + h) * cell + 0.035 * sine(up * 7 + h * 20) * t + (h - 0.5) * 0.1 * t
    const d: f32 = x - at
    const frill: f32 = 0.5 + 0.5 * sine(up * 80 + h * 9 + (d > 0 ? 1.5 : 0))
    const w: f32 = (0.012 + 0.01 * h) * (1 - t * t) * (0.55 + 0.6 * frill) + 0.0012
    const a = clamp01((w - abs<f32>(d)) / scene.px + 0.5)
    if (a > cover) {
      cover = a
      tone = 0.25 + 0.75 * t - 0.5 * bell(d / 0.002)
    }
  }
  if (cover <= 0) return
  set(mix(0.02, 0.2, tone), mix(0.07, 0.34, tone), mix(0.05, 0.1, tone), 1)
  toward(
    scene.accentR * 0.6,
    scene.accentG * 0.3,
    scene.accentB * 0.4,
    hash(<i32>floor<f32>(x / 0.4), k, s) > 0.75 ? 0.5 : 0,
  )
  ink.r *= variant(3) + scene.lightR * 0.4
  ink.g *= variant(4) + scene.lightG * 0.5
  ink.b *= variant(5) + scene.lightB * 0.5
  ink.a = cover
  fade(k == 0 ? 0.5 : 0.08, x, y)
  ink.a = cover
}

/** A school of little fish. */
function school(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  const cell: f32 = 0.085
  const cx = floor<f32>(x / cell)
  const cy = floor<f32>(y / cell)
  const h = hash(<i32>cx, <i32>cy, scene.seed + 90)
  const dx: f32 = ((cx + 0.5) * cell - variant(16)) / 0.36
  const dy: f32 = ((cy + 0.5) * cell - variant(17)) / 0.15
  if (h > 0.75 * bell(length2(dx, dy))) return
  const size: f32 = 0.02 + 0.012 * hash(<i32>cx, <i32>cy, scene.seed + 91)
  const u: f32 = (x - (cx + 0.35 + 0.3 * h) * cell) / size
  const v: f32 = (y - (cy + 0.35 + 0.3 * hash(<i32>cx, <i32>cy, 7)) * cell) / size
  const body: f32 = abs<f32>(v) - 0.38 * sqrt<f32>(most(0, 1 - u * u)) * (1 - 0.35 * u)
  const tail: f32 = u < -0.75 && u > -1.35 ? abs<f32>(v) - (-u - 0.7) * 0.62 : 1
  const d: f32 = least(u > -1 && u < 1 ? body : 1, tail) * size
  const a = edge(d)
  if (a <= 0) return
  set(0.3, 0.42, 0.5, 1)
  gain(0.3 + 1.2 * smooth(-0.4, 0.4, v))
  add(scene.accentR, scene.accentG, scene.accentB, 0.25 * bell((v - 0.05) / 0.12))
  ink.a = a
  fade(0.35, x, y)
  ink.a = a
}

export function underwater(layer: i32, x: f32, y: f32): void {
  if (layer == 0) deep(x, y)
  else if (layer == 1) surface(x, y)
  else if (layer <= 4) rock(x, y, layer - 2)
  else if (layer == 5) seabed(x, y)
  else if (layer <= 7) weed(x, y, layer - 6)
  else school(x, y)
}
