import { bell, clamp01, expo, least, length2, mix, most, sine, smooth } from './curve'
import { add, addLight, gain, ink, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { hash, noise } from './noise'
import { fbm } from './octaves'
import { scene, variant } from './scene'

const FIRST: i32 = 8
const EACH: i32 = 7

/** Radius of a turned object at height t (0 foot … 1 top), as a share of its height. */
function profile(kind: i32, t: f32): f32 {
  if (t < 0 || t > 1) return -1
  const c: f32 = 2 * t - 1
  const orb: f32 = sqrt<f32>(most(0, 1 - c * c))
  if (kind == 0) return 0.53 * orb * (1 + 0.06 * c)
  if (kind == 1)
    return 0.36 * sqrt<f32>(most(0, t * 4.2 * (1 - t))) * (1.12 - 0.62 * smooth(0.35, 0.85, t))
  if (kind == 2)
    return (
      mix(0.145, 0.05, smooth(0.52, 0.74, t)) + 0.012 * smooth(0.94, 0.96, t) - 0.02 * expo(-t * 60)
    )
  if (kind == 3)
    return (
      0.13 +
      0.16 * sine(t * 3.0 + 0.35) * (1 - 0.35 * t) +
      0.05 * smooth(0.88, 1, t) -
      0.03 * expo(-t * 30)
    )
  if (kind == 4)
    return 0.42 + 0.85 * sqrt<f32>(t) - 0.5 * expo(-t * 9) + 0.02 * smooth(0.94, 0.98, t)
  return 0.24 + 0.05 * sine(t * 5 + 0.6) - 0.09 * smooth(0.62, 0.85, t) + 0.06 * smooth(0.9, 1, t)
}

/** Sharp-edged picture of the window seen in a glossy thing. */
function softbox(rx: f32, ry: f32): f32 {
  const side: f32 = scene.lx > 0 ? 1 : -1
  const u: f32 = (rx * side - 0.62) / 0.2
  const v: f32 = (ry - 0.45) / 0.3
  const a: f32 = smooth(1, 0.8, abs<f32>(u)) * smooth(1, 0.85, abs<f32>(v))
  return a * smooth(0.03, 0.09, abs<f32>(u)) * smooth(0.03, 0.08, abs<f32>(v + 0.1))
}

function object(x: f32, y: f32, n: i32): void {
  const at = FIRST + n * EACH
  const kind = <i32>variant(at)
  const tall = variant(at + 3)
  set(0, 0, 0, 0)
  if (tall <= 0) return
  const t: f32 = (y - variant(at + 2)) / tall
  const dx: f32 = (x - variant(at + 1)) / tall
  const s = scene.seed + n * 13
  if (kind < 2 && t > 0.86 && t < 1.24) {
    const stem: f32 = abs<f32>(dx - 0.1 * (t - 0.9) - 0.02) - 0.016
    if (stem < 0) {
      set(0.09, 0.055, 0.03, 1)
      gain(0.6 + (dx > 0 == scene.lx > 0 ? 0.8 : 0))
      if (t > 0.98) return
    }
  }
  const r = profile(kind, t)
  const mouth: f32 = kind >= 3 ? 0.03 * profile(kind, 1) * 3 : 0
  if (mouth > 0 && t > 1 - mouth && t < 1 + mouth) {
    const top = profile(kind, 1)
    const q: f32 = length2(dx / top, (t - 1) / mouth)
    if (q < 1) {
      set(0.02, 0.018, 0.016, 1)
      addLight(0.06 * smooth(0.2, 1, q) * (dx * scene.lx < 0 ? 1 : 0.3))
      if (q > 0.9) add(variant(at + 4), variant(at + 5), variant(at + 6), 0.4)
      return
    }
  }
  const e: f32 = 0.01
  if (r <= 0) return
  const d: f32 = (abs<f32>(dx) - r) * tall
  if (d > scene.px) return
  const nx0: f32 = least(most(dx / r, -1), 1)
  const slope: f32 = (profile(kind, least(t + e, 1)) - profile(kind, most(t - e, 0))) / (2 * e)
  const nz0 = sqrt<f32>(most(0, 1 - nx0 * nx0))
  const inv: f32 = 1 / sqrt<f32>(1 + slope * slope)
  let nx: f32 = nx0 * inv
  let ny: f32 = -slope * inv
  const nz: f32 = nz0 * inv
  const fruit = kind < 2
  if (fruit) {
    nx += (noise(dx * 60, t * 60, s) - 0.5) * 0.03
    ny += (noise(dx * 60 + 9, t * 60, s) - 0.5) * 0.03
  }
  const lam: f32 = nx * scene.lx + ny * scene.ly + nz * scene.lz
  const wrap: f32 = clamp01((lam + 0.22) / 1.22)
  const back: f32 = clamp01(-nx * (scene.lx > 0 ? 1 : -1) * 0.7 + 0.1)
  set(variant(at + 4), variant(at + 5), variant(at + 6), 1)
  if (fruit) {
    const blush = fbm(dx * 3 + 4, t * 2, 4, s + 2)
    const streak = noise(nx0 * 16, t * 2.5, s + 3)
    toward(
      variant(at + 4) * 1.25,
      variant(at + 5) * 0.45,
      variant(at + 6) * 0.5,
      smooth(0.4, 0.75, blush) * 0.6,
    )
    gain(0.85 + 0.25 * streak)
    gain(mix(0.4, 1, smooth(1, 0.86, t + 0.08 * abs<f32>(dx))))
  } else if (kind == 5 || kind == 3) {
    const glaze: f32 = smooth(0.55, 0.58, t + 0.05 * noise(dx * 8, 1, s))
    toward(0.75, 0.7, 0.6, kind == 5 ? glaze * 0.8 : 0)
    gain(0.88 + 0.2 * noise(dx * 5, t * 50, s + 4))
    if (kind == 3)
      toward(
        scene.accentR * 0.6,
        scene.accentG * 0.6,
        scene.accentB * 0.6,
        bell((t - 0.5) / 0.05) * 0.7,
      )
  }
  const glassy: f32 = kind == 2 ? 1 : 0
  const through: f32 =
    glassy * bell((nx0 + (scene.lx > 0 ? 0.45 : -0.45)) / 0.4) * smooth(0.02, 0.2, t)
  const occ: f32 = 0.3 + 0.7 * smooth(0, 0.22, t + most(ny, 0) * 0.2)
  const sunK: f32 = wrap * wrap * (1.05 - 0.72 * glassy)
  const amb: f32 = (0.13 + 0.1 * ny + 0.05 * nz) * occ
  const k = ink.r
  ink.r = k * (scene.lightR * sunK + (scene.skyLoR + 0.3) * amb) + variant(4) * back * 0.1 * k
  ink.g *= scene.lightG * sunK + (scene.skyLoG + 0.28) * amb
  ink.b *= scene.lightB * sunK + (scene.skyLoB + 0.26) * amb
  add(
    variant(at + 4) * scene.lightR,
    variant(at + 5) * scene.lightG,
    variant(at + 6) * scene.lightB,
    through * 0.9,
  )
  const rx: f32 = 2 * lam * nx - scene.lx
  const dot: f32 = nz
  const vx: f32 = 2 * dot * nx
  const vy: f32 = 2 * dot * ny
  const gloss: f32 = fruit ? 0.28 : kind == 2 ? 1.5 : kind == 3 ? 0.9 : 0.5
  addLight(
    softbox(vx, vy) * gloss + expo(-(length2(vx - scene.lx, vy - scene.ly) * 5)) * gloss * 0.25,
  )
  const f: f32 = 1 - nz
  add(
    scene.skyLoR,
    scene.skyLoG,
    scene.skyLoB,
    f * f * f * (fruit ? 0.1 : 0.3) * (0.4 + 0.6 * clamp01(rx + 0.5)),
  )
  ink.a = clamp01(0.5 - d / scene.px)
}

/** Shade thrown on table and wall by everything that stands there. */
function shadows(x: f32, y: f32): f32 {
  let open: f32 = 1
  for (let n = 0; n < 9; n++) {
    const at = FIRST + n * EACH
    const tall = variant(at + 3)
    if (tall <= 0) continue
    const r: f32 = tall * (profile(<i32>variant(at), 0.4) + 0.02)
    const dx: f32 = x - variant(at + 1)
    const dy: f32 = (y - variant(at + 2) - r * 0.06) * 3
    if (dy > -tall * 2.5 && abs<f32>(dx) < tall * 3) {
      open *= 1 - 0.8 * expo(-(length2(dx, dy) - r * 0.45) * (10 / r) * 0.35 - 0.9)
    } else continue
    const lx: f32 = -scene.lx * tall * 1.5
    const ly: f32 = tall * 0.42
    const q = clamp01((dx * lx + dy * ly) / (lx * lx + ly * ly))
    const w: f32 = r * (0.92 - 0.25 * q)
    const gap = length2(dx - lx * q, dy - ly * q) - w
    const soft: f32 = 0.006 + 0.12 * q * (1.2 - 0.8 * scene.hardness)
    open *= 1 - (0.62 + 0.2 * scene.hardness) * smooth(soft, -soft, gap) * (1 - 0.45 * q)
  }
  return open
}

function plaster(x: f32, y: f32): void {
  ladder.a = fbm(x * 2.2, y * 2.2, 5, scene.seed + 50)
  ladder.b = fbm(x * 9 + y * 4, y * 3 - x, 4, scene.seed + 51)
}

function setting(x: f32, y: f32): void {
  const edge: f32 = variant(0)
  const front: f32 = variant(1)
  const side: f32 = scene.lx > 0 ? 1 : -1
  if (y > edge) {
    climb(x, y, 70, plaster)
    const n = ladder.a
    const brush = ladder.b
    set(
      mix(scene.skyHiR, scene.shadeR + 0.06, 0.6),
      mix(scene.skyHiG, scene.shadeG + 0.055, 0.6),
      mix(scene.skyHiB, scene.shadeB + 0.05, 0.6),
      1,
    )
    gain(0.55 + 0.5 * n + 0.25 * brush)
    const pool: f32 = bell(length2((x + side * 0.25) * 0.85, (y - 0.3) * 1.0) / 0.85)
    const gx: f32 = (x + side * 0.3) * 2.4 - (y - 0.2) * side * 0.9
    const gy: f32 = (y - 0.36) * 2.1
    const pane: f32 =
      smooth(1, 0.9, abs<f32>(gx)) *
      smooth(1, 0.9, abs<f32>(gy)) *
      smooth(0.02, 0.1, abs<f32>(gx)) *
      smooth(0.02, 0.1, abs<f32>(gy - 0.1))
    const lum: f32 = 0.14 + 0.5 * pool + pane * 0.55 * scene.hardness
    ink.r *= 0.12 + scene.lightR * lum
    ink.g *= 0.12 + scene.lightG * lum
    ink.b *= 0.13 + scene.lightB * lum
    gain(1 - 0.45 * expo(-(y - edge) * 9))
    return
  }
  const d: f32 = edge - y
  if (y < front) {
    const down: f32 = front - y
    const wood = fbm(x * 2.4, y * 26, 4, scene.seed + 55)
    const fold: f32 = sine(x * 13 + sine(x * 5 + 2) * 2 + down * 1.5)
    if (variant(2) > 0.5) {
      set(0.62, 0.58, 0.52, 1)
      gain(0.35 + 0.25 * fold)
    } else {
      set(0.22, 0.12, 0.06, 1)
      gain(0.3 + 0.5 * wood)
    }
    ink.r *= 0.1 + scene.lightR * 0.26
    ink.g *= 0.1 + scene.lightG * 0.26
    ink.b *= 0.1 + scene.lightB * 0.26
    gain(mix(1, 0.25, smooth(0, 0.4, down)) * (1 - 0.5 * bell(down / 0.008)))
    return
  }
  const depth: f32 = 1 / (d + 0.35)
  const wx: f32 = x * depth
  if (variant(2) > 0.5) {
    const weave: f32 = 0.92 + 0.12 * noise(wx * 160, depth * 320, 5)
    const crease = fbm(wx * 1.6 + depth * 2, depth * 3, 4, scene.seed + 56)
    const slope: f32 =
      crease - fbm(wx * 1.6 + depth * 2 + 0.05 * side, depth * 3, 4, scene.seed + 56)
    set(0.66, 0.62, 0.55, 1)
    toward(
      scene.accentR * 0.6 + 0.2,
      scene.accentG * 0.6 + 0.2,
      scene.accentB * 0.6 + 0.2,
      hash(3, 3, scene.seed) * 0.5,
    )
    gain(weave * (0.85 + slope * 4))
  } else {
    const plank: f32 = floor<f32>(depth * 4.2)
    const grain = fbm(wx * 1.4 + plank * 5, depth * 40, 5, scene.seed + 57)
    const ring: f32 = 0.5 + 0.5 * sine(grain * 26 + wx * 2)
    set(mix(0.13, 0.36, grain), mix(0.065, 0.2, grain), mix(0.03, 0.1, grain), 1)
    gain(0.75 + 0.3 * ring)
    gain(1 - 0.5 * bell((depth * 4.2 - plank) / 0.05))
  }
  const fall: f32 = bell((x - side * 0.35) * 0.62)
  const open = shadows(x, y)
  const sun: f32 = (0.28 + 0.62 * fall) * open
  ink.r *= 0.13 * (0.4 + 0.6 * open) + scene.lightR * sun
  ink.g *= 0.13 * (0.4 + 0.6 * open) + scene.lightG * sun
  ink.b *= 0.14 * (0.4 + 0.6 * open) + scene.lightB * sun
  gain(0.75 + 0.25 * smooth(0, 0.25, d) + 0.25 * bell((y - front) / 0.006))
}

export function stillLife(layer: i32, x: f32, y: f32): void {
  if (layer == 0) setting(x, y)
  else object(x, y, layer - 1)
}
