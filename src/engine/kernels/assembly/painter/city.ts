import { bell, clamp01, expo, least, mix, most, sine, smooth } from './curve'
import { add, addLight, edge, gain, haze, ink, lit, set, toward } from './ink'
import { hash, noise } from './noise'
import { fbm } from './octaves'
import { scene, variant } from './scene'
import { clouds, sky } from './sky'

/** Warm or cool lamplight of one window; 0 when dark. */
function lamp(a: i32, b: i32, seed: i32): f32 {
  const on = hash(a, b, seed)
  return on < variant(0) ? 0.35 + 0.65 * hash(a, b, seed + 1) : 0
}

function glass(k: f32, warm: f32): void {
  add(mix(0.75, 1.5, warm), mix(0.95, 0.85, warm), mix(1.2, 0.32, warm), k)
}

/** One row of towers of the skyline; k 0 is far. */
function towers(x: f32, y: f32, k: i32): void {
  const cell: f32 = variant(1 + k)
  const s = scene.seed + k * 23
  const c = <i32>floor<f32>(x / cell)
  const u: f32 = x / cell - <f32>c
  const h0 = hash(c, 1, s)
  const centre: f32 = bell(((<f32>c + 0.5) * cell - variant(8)) / (scene.halfW * 0.7))
  const tall: f32 = variant(4 + k) * (0.3 + 0.7 * h0 * h0 + 0.35 * centre * hash(c, 2, s))
  const inset: f32 = 0.03 + 0.12 * hash(c, 3, s)
  let top = tall
  const kind = hash(c, 4, s)
  const m: f32 = abs<f32>(u - 0.5)
  if (kind > 0.75) top -= m * cell * 0.9
  else if (kind > 0.5 && m > 0.27) top *= 0.84
  else if (kind < 0.15 && m < 0.02) top += 0.1 * variant(4 + k)
  set(0, 0, 0, 0)
  const side = (m - 0.5 + inset) * cell
  const d: f32 = most(side, y - top)
  if (d > scene.px) return
  const shade: f32 = 0.42 + 0.2 * hash(c, 5, s) + 0.3 * (u - 0.5) * scene.lx * 2
  set(0.3, 0.32, 0.36, 1)
  toward(scene.shadeR, scene.shadeG, scene.shadeB, 0.35)
  gain(0.4 + 0.7 * hash(c, 6, s))
  const wy: f32 = 0.014 + 0.004 * <f32>k
  const fy: f32 = y / wy
  const fx: f32 = (u * cell) / (wy * 0.85)
  const inY: f32 = fy - floor<f32>(fy)
  const inX: f32 = fx - floor<f32>(fx)
  const pane: f32 =
    smooth(0.16, 0.26, inX) *
    smooth(0.94, 0.84, inX) *
    smooth(0.25, 0.36, inY) *
    smooth(0.95, 0.84, inY)
  const body: f32 = pane * smooth(0.01, 0.03, top - y) * (side < -0.006 ? 1 : 0)
  lit(clamp01(shade) * mix(0.9, 0.12, scene.night), 0.32)
  add(scene.skyLoR, scene.skyLoG, scene.skyLoB, body * 0.12)
  const l = lamp(c * 64 + <i32>floor<f32>(fx), <i32>floor<f32>(fy), s + 9)
  glass(body * l * (0.55 + 0.25 * <f32>k), hash(c, 7, s) > 0.3 ? 1 : 0.3)
  haze(
    (0.62 - 0.26 * <f32>k) * mix(1, 0.8, scene.night) +
      scene.fog * (0.45 - 0.1 * <f32>k) +
      0.2 * expo(-y * 9),
  )
  ink.a = edge(d)
}

/** The two farthest rows as one. */
function farTowers(x: f32, y: f32): void {
  towers(x, y, 1)
  if (ink.a > 0.999) return
  const r: f32 = ink.r
  const g: f32 = ink.g
  const b: f32 = ink.b
  const a: f32 = ink.a
  towers(x, y, 0)
  const k: f32 = ink.a * (1 - a)
  const all: f32 = most(a + k, 0.0001)
  set((r * a + ink.r * k) / all, (g * a + ink.g * k) / all, (b * a + ink.b * k) / all, a + k)
}

/** Distance of the facades from the middle, height of the lens over the street. */
const WIDE: f32 = 1
const LENS: f32 = 0.34

/** Both rows of houses of a street running to the vanishing point. */
function facades(x: f32, y: f32): void {
  const right: i32 = x > 0 ? 1 : 0
  const ax: f32 = most(abs<f32>(x), 0.02)
  const z: f32 = WIDE / ax
  const up: f32 = y * z + LENS
  set(0, 0, 0, 0)
  if (z > 32 || up < -0.02) return
  const lot: f32 = 1.5
  const c = <i32>floor<f32>(z / lot)
  const s = scene.seed + right * 101
  const tall: f32 = variant(9) * (0.55 + 0.9 * hash(c, 1, s))
  const soft: f32 = scene.px * z
  if (up > tall + soft) {
    // The side wall of the taller house behind the gap belongs to the sky here.
    return
  }
  const u: f32 = z / lot - <f32>c
  const tone = hash(c, 2, s)
  set(mix(0.42, 0.22, tone), mix(0.3, 0.2, tone), mix(0.24, 0.22, tone), 1)
  if (hash(c, 3, s) > 0.6) set(0.46, 0.42, 0.36, 1)
  toward(scene.landR, scene.landG, scene.landB, 0.18)
  const grime = fbm(z * 5, up * 5, 3, s + 4)
  gain(0.55 + 0.55 * grime)
  const storey: f32 = 0.34
  const fy: f32 = (up - 0.42) / storey
  const fx: f32 = u * (6 + floor<f32>(hash(c, 5, s) * 4))
  const ix: f32 = fx - floor<f32>(fx)
  const iy: f32 = fy - floor<f32>(fy)
  const aa: f32 = least(soft * 6 + soft * z * 3, 0.5)
  const frame: f32 =
    smooth(0.2 - aa, 0.2 + aa, ix) *
    smooth(0.8 + aa, 0.8 - aa, ix) *
    smooth(0.22 - aa, 0.22 + aa, iy) *
    smooth(0.86 + aa, 0.86 - aa, iy)
  const above: f32 = up > 0.42 && up < tall - 0.12 ? 1 : 0
  const ledge: f32 = above * smooth(0.9, 0.96, iy)
  gain(1 + 0.35 * ledge - 0.5 * smooth(0.04, 0, u) - 0.35 * smooth(0.05, 0, tall - up))
  const facing: f32 = right == 1 ? -scene.lx : scene.lx
  lit(
    clamp01(0.2 + 0.8 * facing) * smooth(0.2, 1.2, up) * mix(1, 0.12, scene.night),
    0.3 + 0.1 * clamp01(up),
  )
  const win: f32 = frame * above
  toward(
    scene.skyHiR * 0.4 + 0.01,
    scene.skyHiG * 0.4 + 0.012,
    scene.skyHiB * 0.4 + 0.016,
    win * 0.85,
  )
  const l = lamp(c * 16 + <i32>floor<f32>(fx), <i32>floor<f32>(fy), s + 9)
  glass(win * l * 0.85, hash(c, 7, s) > 0.25 ? 1 : 0.25)
  if (up < 0.42 && up > 0.02) {
    const shop: f32 =
      smooth(0.05, 0.08, u) *
      smooth(0.95, 0.92, u) *
      smooth(0.03, 0.06, up) *
      smooth(0.34, 0.31, up)
    const goods = fbm(z * 13, up * 17, 4, s + 12)
    const open: f32 = hash(c, 8, s) < 0.35 + variant(0) ? 1 : 0
    toward(0.02, 0.022, 0.026, shop * 0.8)
    glass(shop * open * (0.25 + 1.1 * goods) * mix(0.06, 1, variant(10)), hash(c, 9, s))
    const awning: f32 = bell((up - 0.38) / 0.035)
    toward(
      scene.accentR,
      scene.accentG,
      scene.accentB,
      awning * 0.55 * (hash(c, 10, s) > 0.5 ? 1 : 0),
    )
  }
  const neon: f32 = variant(11)
  if (neon > 0) {
    for (let n = 0; n < 2; n++) {
      const at: f32 = hash(c, 20 + n, s)
      const mid: f32 = 0.62 + 0.75 * hash(c, 22 + n, s)
      if (at > 0.35 + neon * 0.6 || mid > tall - 0.2) continue
      const du: f32 = abs<f32>(u - 0.2 - 0.6 * at) * lot - 0.055
      const dv: f32 = abs<f32>(up - mid) - (0.1 + 0.16 * hash(c, 24 + n, s))
      const d: f32 = most(du, dv)
      const hue = hash(c, 26 + n, s)
      const r: f32 = mix(scene.accentR, hue > 0.6 ? 0.1 : 1, 0.5)
      const g: f32 = mix(scene.accentG, hue > 0.6 ? 0.9 : 0.15, 0.5)
      const b: f32 = mix(scene.accentB, hue > 0.3 ? 1 : 0.4, 0.5)
      const glyph: f32 = smooth(
        0.42,
        0.55,
        noise(u * lot * 38, floor<f32>(up * 26) + noise(up * 40, 3, s) * 0.4, s + 30),
      )
      const tube: f32 =
        bell(d / (0.012 + soft)) * 2.2 +
        (d < 0 ? glyph * 1.3 + 0.12 : 0) +
        expo(-most(d, 0) * 9) * 0.16
      add(r, g, b, tube * (0.55 + neon))
    }
  }
  haze((1 - expo(-z * mix(0.05, 0.14, scene.fog))) * mix(1, 0.75, scene.night))
  ink.a = clamp01((tall - up) / soft + 0.5) * smooth(32, 22, z)
}

function street(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  const foot: f32 = (-LENS * abs<f32>(x)) / WIDE
  if (y > foot + scene.px) return
  const z: f32 = LENS / most(-y, 0.004)
  const wx: f32 = x * z
  const kerb: f32 = 0.68
  const aa: f32 = scene.px * z
  const walk: f32 = smooth(kerb - aa, kerb + aa, abs<f32>(wx))
  const rough = fbm(wx * 13, z * 13, 4, scene.seed + 61)
  const patch = fbm(wx * 1.7, z * 1.1, 3, scene.seed + 62)
  set(0.075, 0.076, 0.082, 1)
  gain(0.6 + 0.5 * rough + 0.5 * patch)
  const slabX: f32 = abs<f32>(wx * 7 - floor<f32>(wx * 7) - 0.5)
  const slabZ: f32 = abs<f32>(z * 4 - floor<f32>(z * 4) - 0.5)
  const joint: f32 = most(smooth(0.44, 0.49, slabX), smooth(0.45, 0.49, slabZ)) * smooth(6, 2, z)
  toward(
    0.22 * (0.7 + 0.5 * rough) * (1 - 0.35 * joint),
    0.21 * (0.7 + 0.5 * rough) * (1 - 0.35 * joint),
    0.2 * (0.7 + 0.5 * rough) * (1 - 0.35 * joint),
    walk,
  )
  toward(0.28, 0.27, 0.25, bell((abs<f32>(wx) - kerb) / (0.012 + aa)) * 0.7)
  const dash: f32 =
    smooth(0.0, 0.06, z * 0.9 - floor<f32>(z * 0.9)) *
    smooth(0.55, 0.49, z * 0.9 - floor<f32>(z * 0.9))
  const line: f32 = smooth(0.016 + aa, 0.012, abs<f32>(wx)) * dash
  toward(0.62, 0.58, 0.46, line * 0.7 * (0.5 + 0.5 * rough))
  toward(0.76, 0.8, 0.88, scene.snow * (0.55 + 0.35 * walk) * smooth(0.25, 0.6, patch + walk * 0.3))
  const sunny: f32 = smooth(-0.25, 0.3, wx * scene.lx + scene.ly - 0.45)
  lit((0.14 + 0.75 * sunny * scene.hardness) * mix(1, 0.16, scene.night), 0.42)
  if (variant(10) > 0) {
    for (let n = 1; n < 7; n++) {
      const dz: f32 = (z - <f32>n * 1.7) / 0.75
      const dx: f32 = (abs<f32>(wx) - 0.72) / 0.5
      add(1.2, 0.72, 0.3, bell(dz) * bell(dx) * 0.12 * variant(10))
    }
    add(scene.accentR, scene.accentG, scene.accentB, variant(11) * 0.06 * (0.5 + patch))
  }
  haze((1 - expo(-z * mix(0.05, 0.14, scene.fog))) * mix(1, 0.75, scene.night))
  ink.a = clamp01((foot - y) / scene.px + 0.5)
}

/** Lamp posts along both kerbs. */
function posts(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  for (let n = 6; n >= 1; n--) {
    const z: f32 = <f32>n * 1.7 + 0.1
    const px: f32 = abs<f32>(x) - 0.76 / z
    const up: f32 = y * z + LENS
    if (up < 0 || up > 0.86) continue
    const bar: f32 = abs<f32>(px) * z - (0.011 + 0.012 * smooth(0.12, 0, up))
    const armX: f32 = -px * z
    const arm: f32 = most(abs<f32>(up - 0.8 - 0.03 * armX) - 0.009, most(armX - 0.2, -armX))
    const head: f32 = most(abs<f32>(up - 0.79) - 0.016, abs<f32>(armX - 0.19) - 0.05)
    const d: f32 = least(least(bar, arm), head) / z
    const a = edge(d)
    if (a <= 0) continue
    set(0.035, 0.037, 0.042, a)
    lit(0.4, 0.4)
    if (head <= 0 && up < 0.79) add(1.6, 1.05, 0.5, variant(10) * 2)
    haze((1 - expo(-z * 0.06)) * 0.9)
    ink.a = a
  }
}

export function city(layer: i32, x: f32, y: f32): void {
  if (layer == 0) {
    sky(x, y)
    const glow: f32 = expo(-most(y, 0) * 3.2) * variant(10) * 0.12
    add(1, 0.55, 0.35, glow * scene.night)
    add(scene.accentR, scene.accentG, scene.accentB, glow * variant(11) * 0.8)
  } else if (layer == 1) clouds(x, y)
  else if (layer == 2) farTowers(x, y)
  else if (layer <= 4) towers(x, y, layer - 2)
  else if (layer == 5) facades(x, y)
  else if (layer == 6) street(x, y)
  else if (layer == 7) posts(x, y)
  else bank(x, y)
}

/** A dark quay in front of a skyline. */
function bank(x: f32, y: f32): void {
  const top: f32 = -scene.bot * 0.86 + 0.01 * noise(x * 3, 1, scene.seed)
  const rail: f32 = least(
    abs<f32>(y - top - 0.09) - 0.004,
    most(abs<f32>(x * 9 - floor<f32>(x * 9) - 0.5) / 9 - 0.003, y - top - 0.09),
  )
  const d: f32 = least(rail, y - top)
  set(0.09, 0.085, 0.08, edge(d))
  if (ink.a <= 0) return
  gain(0.5 + 0.5 * noise(x * 60, y * 60, 4) + (sine(x * 40) > 0.98 ? 0.2 : 0))
  const a = ink.a
  lit(0.4, 0.4)
  addLight(bell((y - top) / 0.004) * 0.05)
  ink.a = a
}
