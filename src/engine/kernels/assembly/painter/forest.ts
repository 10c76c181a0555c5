import { bell, clamp01, expo, least, length2, mix, most, sine, smooth } from './curve'
import { add, addLight, gain, ink, lit, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { ferns, leaf, leaves } from './foliage'
import { grove, plant } from './grove'
import { hash, noise } from './noise'
import { fbm } from './octaves'
import { scene, variant } from './scene'

/** Broad light and dark of the far wood, and the holes in it. */
function farWood(x: f32, y: f32): void {
  foliage(x, y)
  ladder.c = fbm(x * 7, y * 6, 4, scene.seed)
  ladder.d = fbm(x * 15, y * 15, 3, scene.seed + 3)
}

/** Light between the farthest trees, and the first row of them. */
function glade(x: f32, y: f32): void {
  if (x != column.x || column.k != 0 || scene.seed != column.seed) stand(x, 0)
  climb(x, y, 20, farWood)
  const leaf = ladder.c
  const d = length2((x - variant(0)) * 0.8, (y - variant(1)) * 0.75)
  set(scene.shadeR, scene.shadeG, scene.shadeB, 1)
  toward(scene.landR, scene.landG, scene.landB, 0.2 + 0.5 * leaf)
  gain(0.6)
  const open: f32 = expo(-d * 1.7)
  toward(scene.skyLoR, scene.skyLoG, scene.skyLoB, clamp01(open * (0.5 + leaf) + scene.fog * 0.3))
  addLight(expo(-d * d * 7) * mix(0.75, 0.12, scene.night) * (1 - 0.6 * scene.cloud))
  const hole: f32 = smooth(0.64, 0.78, ladder.d) * smooth(0, 0.6, y)
  add(
    scene.skyHiR + scene.skyLoR,
    scene.skyHiG + scene.skyLoG,
    scene.skyHiB + scene.skyLoB,
    hole * 0.35,
  )
  const r = ink.r
  const g = ink.g
  const b = ink.b
  trunks(x, y, 0)
  const rest: f32 = 1 - ink.a
  set(ink.r * ink.a + r * rest, ink.g * ink.a + g * rest, ink.b * ink.a + b * rest, 1)
}

/** Top of the undergrowth in the column last painted. */
class column {
  static x: f32 = -1e9
  static k: i32 = -1
  static seed: i32 = -1
  static top: f32 = 0
  static tree: bool = false
}

/** Whether a trunk may show anywhere in the column. */
function crosses(x: f32, h: f32, cx: f32, lean: f32, wide: f32): bool {
  const sweep: f32 = abs<f32>(lean) * (scene.top + 0.5)
  return h >= 0 && abs<f32>(x - cx) < wide * 4 + 0.022 + scene.px + sweep
}

function stand(x: f32, k: i32): void {
  const s = scene.seed + k * 19
  const cell = variant(2 + k)
  const c0 = <i32>floor<f32>(x / cell)
  if (c0 != grove.cell || s != grove.seed) plant(c0, k, s, cell)
  column.tree =
    crosses(x, grove.h0, grove.x0, grove.l0, grove.w0) ||
    crosses(x, grove.h1, grove.x1, grove.l1, grove.w1) ||
    crosses(x, grove.h2, grove.x2, grove.l2, grove.w2)
  column.x = x
  column.k = k
  column.seed = scene.seed
  column.top =
    variant(6 + k) +
    (k == 0 ? 0.035 : 0) +
    0.035 * (noise(x * 2.2, <f32>k * 3, s + 5) - 0.5) +
    (fbm(x * 15, <f32>k, 4, s + 6) - 0.3) * (0.05 + 0.1 * variant(2 + k))
}

/** How thick the leaves hang here, and how much less thick a little higher. */
function foliage(x: f32, y: f32): void {
  const k = column.k
  const far: f32 = 1 - <f32>k / 3
  const crown: f32 = variant(10) * (0.42 + 0.2 * far)
  ladder.a = 0
  ladder.b = 0
  if (y < crown - 0.32) return
  const s = scene.seed + k * 19 + 8
  const u: f32 = x * (4.5 + 3 * far)
  const v: f32 = y * (5 + 3 * far)
  const f = fbm(u, v, 4, s)
  ladder.a = f + (y - crown) * 0.3 - 0.05 - 0.5 * smooth(crown - 0.1, crown - 0.3, y)
  ladder.b = f - fbm(u + scene.lx * 0.12, v + 0.2, 3, s)
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
  if (x != column.x || k != column.k || scene.seed != column.seed) stand(x, k)
  const crown: f32 = variant(10) * (0.42 + 0.2 * far)
  set(0, 0, 0, 0)
  if (!column.tree && y > column.top + 0.05 && y < crown - 0.3) return
  const up: f32 = y - ground
  for (let n = 0; column.tree && n < 3; n++) {
    const h: f32 = n == 0 ? grove.h0 : n == 1 ? grove.h1 : grove.h2
    if (h < 0) continue
    const cx: f32 = n == 0 ? grove.x0 : n == 1 ? grove.x1 : grove.x2
    const lean: f32 = n == 0 ? grove.l0 : n == 1 ? grove.l1 : grove.l2
    const wide: f32 = n == 0 ? grove.w0 : n == 1 ? grove.w1 : grove.w2
    const off: f32 = x - cx - lean * up
    if (abs<f32>(off) > wide * (up > 0.9 ? 1 : up > 0 ? 2.1 : 4) + 0.022 + scene.px) continue
    const foot: f32 = up > 0.9 ? 1 : 1 + 1.1 * expo(-up / (wide * 1.1))
    const w: f32 = wide * foot * (1 - 0.12 * clamp01(up))
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
  const bushTop: f32 =
    y > column.top + 0.05 ? column.top : column.top + 0.03 * cell * noise(x * 120, y * 30, s)
  const bush = clamp01((bushTop - y) / scene.px)
  let mass: f32 = 0
  let full: f32 = 0
  if (y > crown - 0.3 && cover < 1) {
    if (k > 0) climb(x, y, 20 + k, foliage)
    const thick: f32 = (ladder.a - 0.53) * 7
    if (thick > 0) {
      leaf.cover = 0
      leaf.tone = 0.5
      mass = k == 0 ? smooth(0.15, 1.4, thick) * 0.8 : smooth(0.75, 1.6, thick) * 0.94
      if (k > 0) leaves(x, y, 0.0115 + 0.0035 * <f32>k, least(thick, 1), s + 14, k)
      full = most(mass, leaf.cover * least(0.4 + thick, 1))
    }
  }
  if (cover + bush + full <= 0) return
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
  } else if (full > cover) {
    const light: f32 = clamp01(0.45 + ladder.b * 2.4)
    const f: f32 = mix(0.2, leaf.tone, leaf.cover) * (0.35 + 0.65 * light)
    set(
      mix(scene.shadeR, scene.landR, f),
      mix(scene.shadeG, scene.landG, f),
      mix(scene.shadeB, scene.landB, f),
      1,
    )
    if (scene.season == 2)
      toward(scene.accentR, scene.accentG * 0.8, scene.accentB * 0.6, 0.18 + 0.3 * leaf.tone)
    gain(0.55 + 0.7 * f)
    lit(0.75 * f + 0.1, 0.35)
    cover = full
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
    const round: f32 = sqrt<f32>(most(0, 1 - nx * nx))
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

/** Moss, stripes of sun, the run of the path. */
function ground(x: f32, y: f32): void {
  const below: f32 = most(variant(6) + 0.02 - y, -0.01)
  const depth: f32 = 1 / (below + 0.08)
  const wx: f32 = (x - variant(0) * 0.6) * depth
  ladder.a = fbm(wx * 1.3, depth * 1.7, 5, scene.seed + 30)
  ladder.b = noise(((x - variant(0)) * 5) / (below + 0.35), depth * 0.25, scene.seed + 33)
  ladder.c = noise(depth * 0.35, 3, scene.seed)
}

function floorOf(x: f32, y: f32): void {
  const hill: f32 = variant(6) + 0.02
  const below: f32 = hill - y
  set(0, 0, 0, 0)
  if (below < -scene.px) return
  const depth: f32 = 1 / (below + 0.08)
  const wx: f32 = (x - variant(0) * 0.6) * depth
  if (below > 0.05) climb(x, y, 30, ground)
  else ground(x, y)
  const moss = ladder.a
  const litter = noise(wx * 22, depth * 26, scene.seed + 31)
  const path: f32 = bell((wx - 0.5 * (ladder.c - 0.5) * depth) / 1.15)
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
  const stripe: f32 = smooth(0.5, 0.72, ladder.b)
  lit((0.08 + 0.75 * stripe * expo(-below * 1.4)) * mix(1, 0.25, scene.night), 0.55)
  toward(
    scene.skyLoR,
    scene.skyLoG,
    scene.skyLoB,
    expo(-below * 9) * 0.5 + scene.fog * expo(-below * 2) * 0.5,
  )
  ink.a = smooth(-scene.px, 0.02, below)
}

function beam(x: f32, y: f32): void {
  const ox: f32 = variant(0) + scene.lx * 0.5
  const oy: f32 = scene.top + 0.35
  const u: f32 = (x - ox) / most(oy - y, 0.1)
  const n: f32 = smooth(
    0.45,
    0.8,
    noise(u * 9, 2, scene.seed + 40) * 0.65 + noise(u * 23, 5, scene.seed + 41) * 0.35,
  )
  const fade: f32 = expo(-u * u * 2.2) * smooth(-scene.bot, 0.3, y) * smooth(oy, oy * 0.6, y)
  ladder.a = n * fade * variant(12)
}

/** Slanting beams of light from the glow, added over the picture. */
function shafts(x: f32, y: f32): void {
  climb(x, y, 31, beam)
  set(scene.lightR, scene.lightG, scene.lightB, most(ladder.a - 0.003, 0))
}

export function forest(layer: i32, x: f32, y: f32): void {
  if (layer == 0) glade(x, y)
  else if (layer <= 4) trunks(x, y, layer - 1)
  else if (layer == 5) floorOf(x, y)
  else if (layer == 6) shafts(x, y)
  else ferns(x, y)
}
