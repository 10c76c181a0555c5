import { bell, clamp01, expo, length2, mix, most, sine, smooth, softMax } from './curve'
import { add, addLight, gain, ink, set, toward } from './ink'
import { climb, ladder } from './ladder'
import { noise } from './noise'
import { fbm } from './octaves'
import { scene, variant } from './scene'

function paper(x: f32, y: f32): void {
  ladder.a = fbm(x * 1.3 + 3, y * 1.3, 5, scene.seed)
  ladder.b = fbm(x * 3 + ladder.a * 2, y * 3 - ladder.a * 2, 4, scene.seed + 3)
}

function backdrop(x: f32, y: f32): void {
  const side: f32 = scene.lx > 0 ? 1 : -1
  climb(x, y, 60, paper)
  const n = ladder.a
  const m = ladder.b
  const t = clamp01(0.5 + y * 0.5 + (n - 0.5) * 0.4)
  set(
    mix(scene.skyLoR, scene.skyHiR, t),
    mix(scene.skyLoG, scene.skyHiG, t),
    mix(scene.skyLoB, scene.skyHiB, t),
    1,
  )
  toward(scene.shadeR, scene.shadeG, scene.shadeB, 0.35)
  const pool: f32 = bell(length2((x + side * 0.28) * 0.9, y - 0.1) * 1.15)
  gain((0.16 + 0.62 * pool) * (0.72 + 0.5 * m))
  addLight(pool * 0.07)
  if (variant(11) > 0) {
    const down: f32 = smooth(variant(12) + 0.16, variant(12) - 0.02, y)
    const spot: f32 = bell(length2((x - variant(13)) * 0.75, (y - variant(12)) * 1.6))
    gain(1 - 0.25 * down)
    add(scene.lightR * 0.5, scene.lightG * 0.48, scene.lightB * 0.46, down * (0.05 + 0.3 * spot))
  }
  add(
    scene.accentR,
    scene.accentG,
    scene.accentB,
    0.09 * bell(length2(x - side * 0.7, y + 0.3) * 1.3),
  )
}

function dome(x: f32, y: f32, cx: f32, cy: f32, rx: f32, ry: f32, rz: f32): f32 {
  const u: f32 = (x - cx) / rx
  const v: f32 = (y - cy) / ry
  const d: f32 = 1 - u * u - v * v
  return d > 0 ? rz * sqrt<f32>(d) : -0.35 * -d * rz - 0.002
}

function dent(x: f32, y: f32, cx: f32, cy: f32, rx: f32, ry: f32): f32 {
  const u: f32 = (x - cx) / rx
  const v: f32 = (y - cy) / ry
  return expo(-(u * u + v * v))
}

/** Height of the bust toward the lens; below 0 is outside. Turned a little to one side. */
function relief(x: f32, y: f32): f32 {
  const turn: f32 = variant(0)
  const fx: f32 = turn * 0.062
  const gape: f32 = variant(1)
  let head = dome(x, y, 0, 0.235, 0.168, 0.2, 0.2)
  head = softMax(head, dome(x, y, fx * 0.5, 0.12, 0.122, 0.155, 0.19), 0.05)
  head = softMax(head, dome(x, y, fx * 0.9, 0.0, 0.058, 0.042, 0.165), 0.05)
  const fxm: f32 = x - fx
  const brow: f32 = dent(fxm, y, 0, 0.215, 0.115, 0.018) * 0.014
  const eyes: f32 =
    dent(fxm, y, -0.058, 0.17, 0.034, 0.024) + dent(fxm, y, 0.058, 0.17, 0.034, 0.024)
  const lids: f32 =
    dent(fxm, y, -0.058, 0.166, 0.026, 0.014) + dent(fxm, y, 0.058, 0.166, 0.026, 0.014)
  const crease: f32 =
    dent(fxm, y, -0.058, 0.152, 0.027, 0.004) + dent(fxm, y, 0.058, 0.152, 0.027, 0.004)
  const slope: f32 = smooth(0.215, 0.1, y) * (y > 0.078 ? 1 : smooth(0.06, 0.078, y))
  const bridge: f32 = expo(
    -((fxm - turn * 0.012 * slope) * (fxm - turn * 0.012 * slope)) / (0.00022 + 0.0004 * slope),
  )
  const nose: f32 = bridge * (0.016 + 0.044 * slope) * smooth(0.06, 0.08, y) * smooth(0.25, 0.2, y)
  const wings: f32 =
    dent(fxm, y, -0.024, 0.087, 0.013, 0.013) + dent(fxm, y, 0.024, 0.087, 0.013, 0.013)
  const lipTop: f32 = dent(fxm, y, 0, 0.046, 0.036, 0.009)
  const lipLow: f32 = dent(fxm, y, 0, 0.028, 0.03, 0.01)
  const seam: f32 = dent(fxm, y, 0, 0.0375, 0.04, 0.0035)
  const groove: f32 = dent(fxm, y, 0, 0.06, 0.008, 0.01)
  const chin: f32 = dent(fxm, y, 0, -0.012, 0.034, 0.02)
  const cheeks: f32 =
    dent(fxm, y, -0.085, 0.11, 0.04, 0.036) + dent(fxm, y, 0.085, 0.11, 0.04, 0.036)
  head +=
    brow - eyes * 0.025 + lids * 0.016 - crease * 0.004 + nose + wings * 0.013 + cheeks * 0.009
  head +=
    lipTop * 0.012 + lipLow * 0.014 - seam * (0.009 + 0.004 * gape) - groove * 0.003 + chin * 0.012
  const flare: f32 = smooth(-0.1, -0.48, y)
  const slump: f32 = smooth(-0.08, -0.26, y)
  const nw: f32 =
    0.08 +
    0.07 * slump +
    0.24 * flare * (0.4 + 0.6 * sqrt<f32>(flare)) +
    0.05 * bell((y + 0.52) / 0.1)
  const q: f32 = x / nw
  const cord: f32 = 0.008 * bell((abs<f32>(x + turn * 0.02) - 0.03 - 0.1 * (y + 0.25)) / 0.014)
  const round: f32 = q * q < 1 ? sqrt<f32>(1 - q * q) : -0.3 * (abs<f32>(q) - 1)
  const body: f32 =
    y > 0.06
      ? -0.1
      : (0.1 + 0.1 * slump) * round + cord * smooth(0.05, 0.4, round) * smooth(-0.32, -0.2, y)
  const ear: f32 =
    dome(x, y, -turn * 0.17, 0.135, 0.026, 0.05, 0.09) -
    0.02 * dent(x, y, -turn * 0.17, 0.14, 0.011, 0.026)
  head = most(head, ear)
  const style: f32 = variant(2)
  const wave: f32 = fbm(x * 5 + 9, y * 3, 3, scene.seed + 21)
  const a = length2((x - fx * 0.2) / 0.2, (y - 0.26) / 0.215)
  const parting: f32 = 0.285 + 0.045 * sine(fxm * 9 + turn) - fxm * turn * 0.25
  const mane: f32 = smooth(0.128, 0.16, abs<f32>(fxm)) * smooth(0.1, 0.16, y)
  const cap: f32 = most(smooth(parting - 0.012, parting + 0.02, y), mane)
  let hair: f32 = 1 - a * a > 0 ? 0.215 * sqrt<f32>(1 - a * a) : -0.05
  if (style > 0.5) hair = softMax(hair, dome(x, y, -turn * 0.1, 0.455, 0.085, 0.075, 0.1), 0.03)
  const strand: f32 = sine((x * 46 + wave * 22) * (0.6 + 0.5 * style) + y * 14 * (x > 0 ? -1 : 1))
  hair += cap * (0.008 * strand + 0.02 * (wave - 0.5))
  if (hair > head && cap > 0.02) head = mix(head, hair, cap)
  return softMax(most(head, -0.05), body, 0.02)
}

/** A sculpted head and shoulders; fine marks on it follow the form. */
function bust(x0: f32, y0: f32): void {
  const k: f32 = variant(3)
  const x: f32 = (x0 - variant(4)) / k
  const y: f32 = (y0 - variant(5)) / k
  set(0, 0, 0, 0)
  if (abs<f32>(x) > 0.7 || y > 0.58) return
  const h = relief(x, y)
  if (h < -0.004) return
  const e: f32 = 0.0022
  const gx: f32 = (relief(x + e, y) - h) / e
  const gy: f32 = (relief(x, y + e) - h) / e
  const inv: f32 = 1 / sqrt<f32>(1 + gx * gx + gy * gy)
  const nx: f32 = -gx * inv
  const ny: f32 = -gy * inv
  const nz: f32 = inv
  const side: f32 = scene.lx > 0 ? 1 : -1
  const lx: f32 = 0.66 * side
  const lam: f32 = nx * lx + ny * 0.5 + nz * 0.52
  const key: f32 = clamp01((lam + 0.12) / 1.12)
  const fill: f32 = clamp01(-nx * side * 0.55 + nz * 0.35)
  const rim: f32 = smooth(0.45, 1, 1 - nz) * clamp01(-nx * side * 1.2 + ny * 0.5 + 0.1)
  const vein: f32 =
    smooth(0.05, 0, abs<f32>(fbm(x * 3 + 2, y * 3, 5, scene.seed + 31) - 0.5)) * variant(6)
  set(variant(7), variant(8), variant(9), 1)
  gain(0.94 + 0.1 * noise(x * 90, y * 90, scene.seed) - 0.16 * vein)
  const occ: f32 =
    0.55 + 0.45 * smooth(-0.02, 0.12, h) - 0.25 * bell((y + 0.1) / 0.07) * bell(x / 0.13)
  const red: f32 = 0.12 * bell((lam - 0.05) / 0.2)
  const warm: f32 = key * key * 0.95 + 0.05 * key
  ink.r *= (scene.lightR * warm + (scene.skyLoR * 0.22 + 0.03) * (0.4 + fill)) * occ + red * 0.3
  ink.g *= (scene.lightG * warm + (scene.skyLoG * 0.22 + 0.03) * (0.4 + fill)) * occ + red * 0.07
  ink.b *= (scene.lightB * warm + (scene.skyLoB * 0.22 + 0.035) * (0.4 + fill)) * occ
  add(scene.accentR, scene.accentG, scene.accentB, rim * 0.75)
  const hx: f32 = nx - lx * 0.6
  const hy: f32 = ny - 0.4
  addLight(expo(-(hx * hx + hy * hy) * 22) * 0.28 * variant(10))
  gain(0.25 + 0.75 * smooth(-0.95, -0.35, y))
  ink.a = clamp01(((h + 0.003) / (scene.px / k)) * 0.6 + 0.2)
}

export function portrait(layer: i32, x: f32, y: f32): void {
  if (layer == 0) backdrop(x, y)
  else bust(x, y)
}
