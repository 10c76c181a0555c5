import { least, most } from './curve'
import { coloured, glowAt, grade, toned } from './finish'
import { q15, storePair } from './pixel'
import { scene } from './scene'

/** Bytes of one channel's inks. */
const TABLE: usize = 131072

/**
 * Writes the inks: what each channel adds to Y (128 a code), U and V (32 a code) for light in
 * 4096ths; four i16 each, 16384 of them for red, for green, for blue. BT.709 limited range.
 */
export function buildInks(inks: usize): void {
  const y: f32 = (219.0 / 255.0) * 128
  const c: f32 = (224.0 / 255.0) * 32
  for (let n = 0; n < 16384; n++) {
    const v = toned(f32x4.splat(<f32>n * 2.4414062e-4))
    const r = f32x4.extract_lane(v, 0)
    const g = f32x4.extract_lane(v, 1)
    const b = f32x4.extract_lane(v, 2)
    const p = inks + ((<usize>n) << 3)
    put(p, r * 0.2126 * y + 2048, r * -0.114572 * c + 4096, r * 0.5 * c + 4096)
    put(p + TABLE, g * 0.7152 * y, g * -0.385428 * c, g * -0.454153 * c)
    put(p + 2 * TABLE, b * 0.0722 * y, b * 0.5 * c, b * -0.045847 * c)
  }
}

function put(p: usize, y: f32, u: f32, v: f32): void {
  store<i16>(p, <i16>nearest<f32>(y))
  store<i16>(p, <i16>nearest<f32>(u), 2)
  store<i16>(p, <i16>nearest<f32>(v), 4)
  store<i16>(p, 0, 6)
}

/** Where the vignette and the glow of a row come from. */
class row {
  static top: usize = 0
  static bottom: usize = 0
  static part: v128 = f32x4.splat(0)
  static vv: f32 = 0
  static beyond: f32 = 1
}

/** Light that is left at the middle of a cell of eight pixels, and what the glow adds to it. */
class cell {
  static left: v128 = i16x8.splat(0)
  static glow: v128 = i16x8.splat(0)
}

function look(at: i32): void {
  const n = min<i32>(max<i32>(at, 0), grade.glowW - 1)
  const u: f32 = (abs<f32>(<f32>(n * 8 + 4) - scene.middle) * scene.px) / scene.halfW
  let r: f32 = least(u * u, 1) + row.vv
  if (u > 1 || row.beyond > 1) {
    const out: f32 = row.beyond + most(u - 1, 0)
    r = 0.8 + (r - 0.8) / (out * out)
  }
  const left: f32 = 1 - grade.vignette * r * (0.4 + 0.3 * r)
  cell.left = q15(left * (1 - grade.bloom))
  if (grade.bloom == 0) return
  const o = (<usize>n) << 4
  cell.glow = i16x8.q15mulr_sat_s(
    glowAt(row.top + o, row.bottom + o, row.part),
    q15(left * grade.bloom),
  )
}

function between(a: v128, step: v128, part: v128): v128 {
  return i16x8.add(a, i16x8.q15mulr_sat_s(step, part))
}

function graded(c: v128, left: v128, glow: v128, more: v128, colour: bool): v128 {
  c = i16x8.add_sat_s(i16x8.q15mulr_sat_s(c, left), glow)
  if (colour) c = coloured(c, more)
  return i16x8.shr_u(i16x8.max_s(c, i16x8.splat(0)), 1)
}

function inked(c: v128, red: usize, green: usize, blue: usize): v128 {
  let r = v128.load64_zero(red + ((<usize>i16x8.extract_lane_u(c, 0)) << 3))
  let g = v128.load64_zero(green + ((<usize>i16x8.extract_lane_u(c, 1)) << 3))
  let b = v128.load64_zero(blue + ((<usize>i16x8.extract_lane_u(c, 2)) << 3))
  r = v128.load64_lane(red + ((<usize>i16x8.extract_lane_u(c, 4)) << 3), r, 1)
  g = v128.load64_lane(green + ((<usize>i16x8.extract_lane_u(c, 5)) << 3), g, 1)
  b = v128.load64_lane(blue + ((<usize>i16x8.extract_lane_u(c, 6)) << 3), b, 1)
  return i16x8.add(i16x8.add(r, g), b)
}

/** Grades rows of the linear frame and leaves their inks: Y (128 a code), U, V (32 a code), 0. */
export function inkRows(
  frame: usize,
  width: i32,
  row0: i32,
  row1: i32,
  target: usize,
  red: usize,
): void {
  const green = red + TABLE
  const blue = green + TABLE
  const more = q15(grade.saturation - 1)
  const colour = grade.saturation != 1
  const half: f32 = (scene.top + scene.bot) * 0.5
  const amid: f32 = (scene.top - scene.bot) * 0.5
  const k0 = i16x8(-14336, -14336, -14336, -14336, -10240, -10240, -10240, -10240)
  const k1 = i16x8(-6144, -6144, -6144, -6144, -2048, -2048, -2048, -2048)
  const k2 = i16x8(2048, 2048, 2048, 2048, 6144, 6144, 6144, 6144)
  const k3 = i16x8(10240, 10240, 10240, 10240, 14336, 14336, 14336, 14336)
  cell.glow = i16x8.splat(0)
  for (let j = row0; j < row1; j++) {
    const y: f32 = scene.viewTop - (<f32>j + 0.5) * scene.px
    const v: f32 = abs<f32>(amid - y) / half
    row.vv = least(v * v, 1)
    row.beyond = most(v - 1, 0) + 1
    const gy: f32 = most((<f32>j + 0.5) * 0.125 - 0.5, 0)
    const iy = min<i32>(<i32>gy, grade.glowH - 2)
    row.top = grade.glow + ((<usize>iy * <usize>grade.glowW) << 4)
    row.bottom = row.top + ((<usize>grade.glowW) << 4)
    row.part = f32x4.splat(gy - <f32>iy)
    let p = frame + ((<usize>j * <usize>width) << 3)
    let q = target + ((<usize>j * <usize>width) << 3)
    look(0)
    let left = cell.left
    let glow = cell.glow
    let fade = i16x8.splat(0)
    let rise = fade
    for (let i = 0; i < width; i += 8) {
      look((i >> 3) + 1)
      const f0 = between(left, fade, k0)
      const f1 = between(left, fade, k1)
      const g0 = between(glow, rise, k0)
      const g1 = between(glow, rise, k1)
      fade = i16x8.sub(cell.left, left)
      rise = i16x8.sub(cell.glow, glow)
      const f2 = between(left, fade, k2)
      const f3 = between(left, fade, k3)
      const g2 = between(glow, rise, k2)
      const g3 = between(glow, rise, k3)
      left = cell.left
      glow = cell.glow
      const a = inked(graded(v128.load(p), f0, g0, more, colour), red, green, blue)
      const b = inked(graded(v128.load(p, 16), f1, g1, more, colour), red, green, blue)
      const c = inked(graded(v128.load(p, 32), f2, g2, more, colour), red, green, blue)
      const d = inked(graded(v128.load(p, 48), f3, g3, more, colour), red, green, blue)
      if (i + 8 <= width) {
        v128.store(q, a)
        v128.store(q, b, 16)
        v128.store(q, c, 32)
        v128.store(q, d, 48)
      } else {
        storePair(q, a, i + 1 < width)
        if (i + 2 < width) storePair(q + 16, b, i + 3 < width)
        if (i + 4 < width) storePair(q + 32, c, i + 5 < width)
        if (i + 6 < width) storePair(q + 48, d, i + 7 < width)
      }
      p += 64
      q += 64
    }
  }
}
