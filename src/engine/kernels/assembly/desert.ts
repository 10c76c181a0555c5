import { bell, clamp01, expo, mix, sine, smooth } from './curve'
import { add, addLight, edge, gain, haze, ink, lit, set, toward } from './ink'
import { fbm, hash, noise } from './noise'
import { scene, variant } from './scene'
import { clouds, sky } from './sky'

function mesa(x: f32, y: f32): void {
  const n = noise(x * 1.5 + 4, 2, scene.seed)
  const flat: f32 = smooth(0.5, 0.58, n) * 0.7 + smooth(0.64, 0.69, n) * 0.4
  const spire: f32 = smooth(0.72, 0.76, noise(x * 5 + 9, 3, scene.seed + 1)) * 0.4
  const h: f32 = variant(0) * (flat + spire * (1 - flat)) + 0.012 * noise(x * 30, 1, scene.seed)
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

function ridge(x: f32, k: i32): f32 {
  const s = scene.seed + k * 13
  const f: f32 = 1.25 - 0.2 * <f32>k
  const wind: f32 = (noise(x * 0.8, <f32>k * 5, s + 1) - 0.5) * 0.7
  const n = noise(x * f + wind + <f32>k * 11, 5, s)
  const sharp: f32 = 1 - abs<f32>(n * 2 - 1)
  const m: f32 = 1 - abs<f32>(noise(x * f * 2.7 + 3, 8, s + 2) * 2 - 1)
  return sharp * 0.8 + m * 0.22
}

/** A dune: its slip face falls away from a sinuous crest and keeps the shadow. */
function dune(x: f32, y: f32, k: i32): void {
  const base: f32 = variant(5 + k)
  const size: f32 = variant(1 + k)
  const h: f32 = base + size * ridge(x, k)
  set(0, 0, 0, 0)
  if (y > h + scene.px) return
  const d: f32 = h - y
  const s = scene.seed + k * 13 + 40
  const lean: f32 = hash(k, 9, scene.seed) > 0.5 ? 1 : -1
  const bend: f32 = (noise(x * 2.2, y * 4, s) - 0.5) * 0.16
  const at: f32 = x - lean * d * (0.85 + 0.5 * hash(k, 2, s)) - bend * smooth(0, 0.15, d)
  const e: f32 = 0.006
  const r0 = ridge(at - e, k)
  const r1 = ridge(at + e, k)
  const slope: f32 = ((r1 - r0) / (2 * e)) * size
  const sunny: f32 = smooth(-0.05, 0.09, -slope * scene.lx + scene.ly * 0.16 - 0.05)
  const nearness: f32 = <f32>k / 4
  const wavy = noise(x * 5, y * 9, s + 3)
  const crossing: f32 = y * (150 - 70 * nearness) + x * 24 * lean + wavy * 11
  const ripple: f32 = sine(crossing * (1.1 - 0.4 * nearness)) * smooth(0.2, 0.9, nearness + 0.25)
  const grain = noise(x * 500, y * 500, s)
  const t: f32 = clamp01(0.62 + 0.3 * (noise(x * 2, y * 5, s + 6) - 0.5) + 0.06 * grain)
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

/** Sand blown off the crests. */
function plume(x: f32, y: f32): void {
  const n = fbm(x * 1.6, y * 13, 5, scene.seed + 70)
  const band: f32 = bell((y - 0.02) / 0.09)
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
