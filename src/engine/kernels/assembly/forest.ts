import { bell, clamp01, expo, length2, mix, sine, smooth } from './curve'
import { add, addLight, gain, ink, lit, set, toward } from './ink'
import { fbm, hash, noise } from './noise'
import { scene, variant } from './scene'

/** Light between the farthest trees. */
function glade(x: f32, y: f32): void {
  const d = length2((x - variant(0)) * 0.8, (y - variant(1)) * 0.75)
  const leaf = fbm(x * 7, y * 6, 5, scene.seed)
  set(scene.shadeR, scene.shadeG, scene.shadeB, 1)
  toward(scene.landR, scene.landG, scene.landB, 0.2 + 0.5 * leaf)
  gain(0.6)
  const open: f32 = expo(-d * 1.7)
  toward(scene.skyLoR, scene.skyLoG, scene.skyLoB, clamp01(open * (0.5 + leaf) + scene.fog * 0.3))
  addLight(expo(-d * d * 7) * mix(0.75, 0.12, scene.night) * (1 - 0.6 * scene.cloud))
  const hole: f32 = smooth(0.66, 0.78, fbm(x * 15, y * 15, 4, scene.seed + 3)) * smooth(0, 0.6, y)
  add(
    scene.skyHiR + scene.skyLoR,
    scene.skyHiG + scene.skyLoG,
    scene.skyHiB + scene.skyLoB,
    hole * 0.35,
  )
}

/** The three trees around the column last painted: hash (below 0 is none), place, lean, width. */
class grove {
  static cell: i32 = i32.MIN_VALUE
  static seed: i32 = -1
  static h0: f32 = -1
  static h1: f32 = -1
  static h2: f32 = -1
  static x0: f32 = 0
  static x1: f32 = 0
  static x2: f32 = 0
  static l0: f32 = 0
  static l1: f32 = 0
  static l2: f32 = 0
  static w0: f32 = 0
  static w1: f32 = 0
  static w2: f32 = 0
}

function plant(c0: i32, k: i32, s: i32, cell: f32): void {
  grove.cell = c0
  grove.seed = s
  for (let n = 0; n < 3; n++) {
    const c = c0 + n - 1
    let h = hash(c, k, s)
    if (h > 0.42 + scene.density * 0.55) h = -1
    let cx: f32 = (<f32>c + 0.5 + (hash(c, 1, s) - 0.5) * 0.75) * cell
    if (k == 3) cx += cx > variant(0) ? cell * 0.3 : -cell * 0.3
    const lean: f32 = (hash(c, 2, s) - 0.5) * 0.12
    const wide: f32 = cell * (0.07 + 0.09 * hash(c, 3, s))
    if (n == 0) {
      grove.h0 = h
      grove.x0 = cx
      grove.l0 = lean
      grove.w0 = wide
    } else if (n == 1) {
      grove.h1 = h
      grove.x1 = cx
      grove.l1 = lean
      grove.w1 = wide
    } else {
      grove.h2 = h
      grove.x2 = cx
      grove.l2 = lean
      grove.w2 = wide
    }
  }
}

/** Top of the undergrowth in the column last painted. */
class column {
  static x: f32 = -1e9
  static k: i32 = -1
  static seed: i32 = -1
  static top: f32 = 0
}

/** A row of trunks with undergrowth at their feet; k 0 is far, 3 near. */
function trunks(x: f32, y: f32, k: i32): void {
  const far: f32 = 1 - <f32>k / 3
  const s = scene.seed + k * 19
  const cell: f32 = variant(2 + k)
  const ground: f32 = variant(6 + k)
  let cover: f32 = 0
  let nx: f32 = 0
  let own: f32 = 0
  let mid: f32 = 0
  const c0 = <i32>floor<f32>(x / cell)
  if (c0 != grove.cell || s != grove.seed) plant(c0, k, s, cell)
  for (let n = 0; n < 3; n++) {
    const h: f32 = n == 0 ? grove.h0 : n == 1 ? grove.h1 : grove.h2
    if (h < 0) continue
    const cx: f32 = n == 0 ? grove.x0 : n == 1 ? grove.x1 : grove.x2
    const lean: f32 = n == 0 ? grove.l0 : n == 1 ? grove.l1 : grove.l2
    const wide: f32 = n == 0 ? grove.w0 : n == 1 ? grove.w1 : grove.w2
    const up: f32 = y - ground
    const foot: f32 = up > 0.9 ? 1 : 1 + 1.1 * expo(-up / (wide * 1.1))
    const w: f32 = wide * foot * (1 - 0.12 * clamp01(up))
    const off: f32 = x - cx - lean * up
    if (abs<f32>(off) > w + 0.022 + scene.px) continue
    const d: f32 = (off - 0.02 * sine(y * 2.3 + h * 20)) / w
    const a = clamp01(((1 - abs<f32>(d)) * w) / scene.px + 0.5)
    if (a > cover) {
      cover = a
      nx = d
      own = h
      mid = cx
    }
  }
  if (x != column.x || k != column.k || s != column.seed) {
    column.x = x
    column.k = k
    column.seed = s
    column.top =
      ground +
      0.035 * (noise(x * 2.2, <f32>k * 3, s + 5) - 0.5) +
      (fbm(x * 15, <f32>k, 4, s + 6) - 0.3) * (0.05 + 0.1 * cell)
  }
  const bushTop: f32 =
    y > column.top + 0.05 ? column.top : column.top + 0.03 * cell * noise(x * 120, y * 30, s)
  const bush = clamp01((bushTop - y) / scene.px)
  set(0, 0, 0, 0)
  let leaves: f32 = 0
  const crown: f32 = variant(10) * (0.42 + 0.2 * far)
  if (y > crown - 0.3 && cover < 1) {
    const f = fbm(x * (4.5 + 3 * far), y * (5 + 3 * far), 5, s + 8)
    leaves = smooth(
      0.6,
      0.64,
      f +
        (y - crown) * 0.3 -
        0.05 +
        0.14 * (noise(x * 55, y * 55, s + 14) - 0.5) -
        0.5 * smooth(crown - 0.1, crown - 0.3, y),
    )
  }
  if (cover + bush + leaves <= 0) return
  if (bush >= cover && bush > 0) {
    const blade = noise(x * 140, y * 45, s + 9)
    set(
      mix(scene.shadeR, scene.landR, blade),
      mix(scene.shadeG, scene.landG, blade),
      mix(scene.shadeB, scene.landB, blade),
      1,
    )
    gain(0.35 + 0.8 * blade * smooth(0.06, 0, bushTop - y))
    toward(0.75, 0.8, 0.9, scene.snow * 0.8 * smooth(0.05, 0, bushTop - y))
    cover = bush
    lit(0.5, 0.35)
  } else if (leaves > cover) {
    const f: f32 = clamp01(fbm(x * 42, y * 42, 3, s + 10) * 1.8 - 0.4)
    set(
      mix(scene.shadeR, scene.landR, f),
      mix(scene.shadeG, scene.landG, f),
      mix(scene.shadeB, scene.landB, f),
      1,
    )
    gain(0.5 + 0.6 * f)
    lit(0.6 * f + 0.1, 0.35)
    cover = leaves * 0.95
  } else {
    const bark =
      noise((nx + own * 9) * 7, y * 9, s + 11) * 0.6 +
      noise((nx + own * 9) * 19, y * 34, s + 12) * 0.4
    set(0.16, 0.115, 0.08, 1)
    toward(scene.shadeR, scene.shadeG, scene.shadeB, 0.3)
    if (variant(11) > 0.5) set(0.6, 0.58, 0.54, 1)
    gain(0.35 + 0.9 * bark)
    if (variant(11) > 0.5)
      gain(1 - 0.8 * smooth(0.62, 0.7, noise(nx * 2 + own * 40, y * 22, s + 13)))
    toward(
      scene.landR * 0.6,
      scene.landG * 0.75,
      scene.landB * 0.4,
      0.55 * smooth(0.5, 0, y - ground) * smooth(0.3, 0.7, bark),
    )
    const toGlow: f32 = variant(0) > mid ? 1 : -1
    const round: f32 = sqrt<f32>(max<f32>(0, 1 - nx * nx))
    const side: f32 = clamp01(nx * toGlow * 0.85 + 0.12 * round)
    lit((side * 0.75 + 0.04) * mix(1, 0.3, scene.night), 0.22 * round + 0.08)
    addLight(smooth(0.72, 1, nx * toGlow) * 0.14 * (1 - scene.night))
    toward(0.8, 0.84, 0.92, scene.snow * 0.6 * smooth(0.2, 0.8, nx * -toGlow))
  }
  const air: f32 =
    far * (0.72 - 0.35 * length2(x - variant(0), y - variant(1)) * 0.6) +
    scene.fog * (0.25 + 0.5 * far)
  toward(scene.skyLoR, scene.skyLoG, scene.skyLoB, clamp01(air * 0.9))
  ink.a = cover
}

function floorOf(x: f32, y: f32): void {
  const hill: f32 = variant(6) + 0.02
  const below: f32 = hill - y
  set(0, 0, 0, 0)
  if (below < -scene.px) return
  const depth: f32 = 1 / (below + 0.08)
  const wx: f32 = (x - variant(0) * 0.6) * depth
  const moss = fbm(wx * 1.3, depth * 1.7, 5, scene.seed + 30)
  const litter = noise(wx * 22, depth * 26, scene.seed + 31)
  const path: f32 = bell((wx - 0.5 * (noise(depth * 0.35, 3, scene.seed) - 0.5) * depth) / 1.15)
  set(
    mix(scene.shadeR, scene.landR, moss),
    mix(scene.shadeG, scene.landG, moss),
    mix(scene.shadeB, scene.landB, moss),
    1,
  )
  toward(0.2, 0.13, 0.07, path * 0.65)
  if (scene.season == 2)
    toward(
      scene.accentR * 0.7,
      scene.accentG * 0.5,
      scene.accentB * 0.3,
      smooth(0.5, 0.7, litter) * 0.7,
    )
  gain(0.4 + 0.55 * litter + 0.3 * moss)
  toward(0.78, 0.83, 0.93, scene.snow * (0.9 - 0.3 * path))
  const stripe: f32 = smooth(
    0.5,
    0.72,
    noise(((x - variant(0)) * 5) / (below + 0.35), depth * 0.25, scene.seed + 33),
  )
  lit((0.08 + 0.75 * stripe * expo(-below * 1.4)) * mix(1, 0.25, scene.night), 0.55)
  toward(
    scene.skyLoR,
    scene.skyLoG,
    scene.skyLoB,
    expo(-below * 9) * 0.5 + scene.fog * expo(-below * 2) * 0.5,
  )
  ink.a = clamp01(below / scene.px + 0.5)
}

/** Slanting beams of light from the glow, added over the picture. */
function shafts(x: f32, y: f32): void {
  const ox: f32 = variant(0) + scene.lx * 0.5
  const oy: f32 = scene.top + 0.35
  const u: f32 = (x - ox) / (oy - y)
  const n: f32 = smooth(
    0.45,
    0.8,
    noise(u * 9, 2, scene.seed + 40) * 0.65 + noise(u * 23, 5, scene.seed + 41) * 0.35,
  )
  const fade: f32 = expo(-u * u * 2.2) * smooth(-scene.bot, 0.3, y) * smooth(oy, oy * 0.6, y)
  set(scene.lightR, scene.lightG, scene.lightB, n * fade * variant(12))
}

function ferns(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  let cover: f32 = 0
  let tip: f32 = 0
  for (let n = 0; n < 3; n++) {
    const cell: f32 = 0.15 + 0.05 * <f32>n
    for (let m = -1; m <= 1; m++) {
      const c = floor<f32>(x / cell) + <f32>m
      const h = hash(<i32>c, n, scene.seed + 50)
      if (h > 0.45 + scene.density * 0.5) continue
      const cx: f32 = (c + 0.5 + (h - 0.5)) * cell
      const up: f32 = y + scene.bot + 0.04
      for (let f = -3; f <= 3; f++) {
        const reach: f32 = <f32>f * 0.055 * (0.7 + h)
        const tall: f32 = (0.24 - abs<f32>(<f32>f) * 0.035) * (0.5 + 0.8 * h)
        const t: f32 = up / tall
        if (t < 0 || t > 1) continue
        const at: f32 = cx + reach * t * t + reach * 0.4 * t
        const w: f32 = 0.022 * (1 - t) * (0.55 + 0.45 * sine(t * 55 + <f32>f)) + 0.001
        const a = clamp01((w - abs<f32>(x - at)) / scene.px + 0.5)
        if (a > cover) {
          cover = a
          tip = t
        }
      }
    }
  }
  if (cover <= 0) return
  set(
    mix(scene.shadeR * 0.4, scene.landR * 0.7, tip),
    mix(scene.shadeG * 0.4, scene.landG * 0.7, tip),
    mix(scene.shadeB * 0.4, scene.landB * 0.5, tip),
    1,
  )
  lit(0.2 + 0.35 * tip, 0.25)
  toward(0.75, 0.8, 0.9, scene.snow * tip * 0.5)
  ink.a = cover
}

export function forest(layer: i32, x: f32, y: f32): void {
  if (layer == 0) glade(x, y)
  else if (layer <= 4) trunks(x, y, layer - 1)
  else if (layer == 5) floorOf(x, y)
  else if (layer == 6) shafts(x, y)
  else ferns(x, y)
}
