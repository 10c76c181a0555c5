import { least, most } from './curve'
import { camera, loop } from './layer'
import { lightPair } from './light'
import { hash } from './noise'
import { blend, q15 } from './pixel'
import { scene } from './scene'

/** How light becomes a picture: colour towards grey, vignette, grain, bloom, then the tone curve. */
export class grade {
  static saturation: f32 = 1
  static vignette: f32 = 0
  static grain: f32 = 0
  static bloom: f32 = 0
  static glow: usize = 0
  static glowW: i32 = 0
  static glowH: i32 = 0
  static exposure: v128 = f32x4.splat(1)
  static contrast: v128 = f32x4.splat(1)
  static offset: v128 = f32x4.splat(0)
  static lift: v128 = f32x4.splat(0)
  static range: v128 = f32x4.splat(255)
  static red: usize = 0
  static green: usize = 0
  static blue: usize = 0
}

export function setGrade(
  saturation: f32,
  vignette: f32,
  grain: f32,
  bloom: f32,
  glow: usize,
  glowW: i32,
  glowH: i32,
): void {
  grade.saturation = saturation
  grade.vignette = vignette
  grade.grain = grain
  grade.bloom = bloom
  grade.glow = glow
  grade.glowW = glowW
  grade.glowH = glowH
}

/**
 * Lift is the display value 0…1 of black, drop what white lacks, both per channel. The tables are
 * three times 16384 u16 wide and filled by buildTones.
 */
export function setTone(
  tables: usize,
  exposure: f32,
  contrast: f32,
  liftR: f32,
  liftG: f32,
  liftB: f32,
  dropR: f32,
  dropG: f32,
  dropB: f32,
): void {
  grade.exposure = f32x4.splat(exposure)
  grade.contrast = f32x4.splat(contrast)
  grade.offset = f32x4.splat(0.5 - 0.5 * contrast - (contrast - 1) * 0.04)
  grade.lift = f32x4(liftR * 255, liftG * 255, liftB * 255, 0)
  grade.range = f32x4(
    255 * (1 - liftR - dropR),
    255 * (1 - liftG - dropG),
    255 * (1 - liftB - dropB),
    0,
  )
  const grey = liftR == liftG && liftG == liftB && dropR == dropG && dropG == dropB
  grade.red = tables
  grade.green = grey ? tables : tables + 32768
  grade.blue = grey ? tables : tables + 65536
}

/** Film curve, then the sRGB curve as a sum of roots (within 0.3 code above the toe). */
export function toned(c: v128): v128 {
  const one = f32x4.splat(1)
  const zero = f32x4.splat(0)
  const v = f32x4.mul(f32x4.pmax(c, zero), grade.exposure)
  const over = f32x4.mul(v, f32x4.add(f32x4.mul(v, f32x4.splat(2.51)), f32x4.splat(0.03)))
  const under = f32x4.add(
    f32x4.mul(v, f32x4.add(f32x4.mul(v, f32x4.splat(2.43)), f32x4.splat(0.59))),
    f32x4.splat(0.14),
  )
  const film = f32x4.pmin(f32x4.div(over, under), one)
  const r1 = f32x4.sqrt(film)
  const r2 = f32x4.sqrt(r1)
  const r3 = f32x4.sqrt(r2)
  const a = f32x4.sub(
    f32x4.mul(r1, f32x4.splat(0.662002687)),
    f32x4.mul(r3, f32x4.splat(0.323583601)),
  )
  const b = f32x4.sub(
    f32x4.mul(r2, f32x4.splat(0.68412206)),
    f32x4.mul(film, f32x4.splat(0.022541147)),
  )
  const line = f32x4.mul(f32x4.pmin(film, f32x4.splat(0.0031308)), f32x4.splat(12.92))
  const toe = f32x4.pmax(f32x4.add(a, b), line)
  const d = f32x4.add(f32x4.mul(toe, grade.contrast), grade.offset)
  const e = f32x4.pmin(f32x4.pmax(d, zero), one)
  return f32x4.add(grade.lift, f32x4.mul(e, grade.range))
}

/** Writes the tone tables: display values 0…255 in 64ths for light in 4096ths. */
export function buildTones(tables: usize): void {
  for (let n = 0; n < 16384; n++) {
    const v = f32x4.mul(toned(f32x4.splat(<f32>n * 2.4414062e-4)), f32x4.splat(64))
    const p = tables + ((<usize>n) << 1)
    store<u16>(p, <u16>(f32x4.extract_lane(v, 0) + 0.5))
    store<u16>(p + 32768, <u16>(f32x4.extract_lane(v, 1) + 0.5))
    store<u16>(p + 65536, <u16>(f32x4.extract_lane(v, 2) + 0.5))
  }
}

/** What grain adds at a pixel whose green has this display value; both in 64ths. */
export function grainAt(code: i32, i: i32, j: i32): i32 {
  const k: f32 = <f32>code * 6.1e-5
  const g: f32 = hash(i, j, camera.frame) + hash(i >> 1, j >> 1, camera.frame + 9) - 1
  return <i32>(g * grade.grain * loop.ease * (0.35 + 2.6 * k * (1 - k)) * 64)
}

function grained(code: u64, i: i32, j: i32): u64 {
  const n = grainAt(<i32>((code >> 16) & 0xffff), i, j)
  let out: u64 = 0
  for (let c = 0; c < 48; c += 16) {
    const v = <i32>((code >> c) & 0xffff) + n
    out |= (<u64>min<i32>(max<i32>(v, 0), 16320)) << c
  }
  return out
}

export function coloured(c: v128, more: v128): v128 {
  const w = i32x4.dot_i16x8_s(c, i16x8(6966, 23436, 2366, 0, 6966, 23436, 2366, 0))
  const s = i32x4.shr_s(i32x4.add(w, v128.shuffle<i32>(w, w, 1, 0, 3, 2)), 15)
  const n = i16x8.narrow_i32x4_s(s, s)
  const y = v128.shuffle<i16>(n, n, 0, 0, 0, 0, 2, 2, 2, 2)
  const d = i16x8.sub(c, y)
  return i16x8.add_sat_s(c, i16x8.q15mulr_sat_s(d, more))
}

export function glowAt(p: usize, q: usize, fy: v128): v128 {
  const a = v128.load(p)
  const v = i32x4.trunc_sat_f32x4_s(f32x4.add(a, f32x4.mul(f32x4.sub(v128.load(q), a), fy)))
  return i16x8.narrow_i32x4_s(v, v)
}

/**
 * Develops rows of the linear frame into display values (r, g, b, 0), 64 for each of 0…255, and if
 * `light` is not 0, what they are in light into a frame of halves there.
 */
export function developRows(
  frame: usize,
  width: i32,
  height: i32,
  row0: i32,
  row1: i32,
  target: usize,
  light: usize,
): void {
  const invW: f32 = scene.px / scene.halfW
  const half: f32 = (scene.top + scene.bot) * 0.5
  const amid: f32 = (scene.top - scene.bot) * 0.5
  // Grain and vignette belong to the frame; outside it the vignette fades to its mean.
  const column = <i32>nearest<f32>(scene.middle - scene.halfW / scene.px)
  const line = <i32>nearest<f32>((scene.viewTop - scene.top) / scene.px)
  const zero = i16x8.splat(0)
  const even = i16x8.splat(-2)
  const bloom = q15(grade.bloom)
  const more = q15(grade.saturation - 1)
  const colour = grade.saturation != 1
  const last = grade.glowW - 2
  for (let j = row0; j < row1; j++) {
    let p = frame + ((<usize>j * <usize>width) << 3)
    let q = target + ((<usize>j * <usize>width) << 3)
    const gy: f32 = most((<f32>j + 0.5) * 0.125 - 0.5, 0)
    const iy = min<i32>(<i32>gy, grade.glowH - 2)
    const g0 = grade.glow + ((<usize>iy * <usize>grade.glowW) << 4)
    const g1 = g0 + ((<usize>grade.glowW) << 4)
    const fy = f32x4.splat(gy - <f32>iy)
    let cell = -1
    let near = zero
    let far = zero
    const y: f32 = scene.viewTop - (<f32>j + 0.5) * scene.px
    const v: f32 = abs<f32>(amid - y) / half
    const vv: f32 = least(v * v, 1)
    const beyond: f32 = most(v - 1, 0) + 1
    for (let i = 0; i < width; i += 2) {
      let c = v128.load(p)
      if (grade.bloom > 0) {
        const ix = min<i32>(max<i32>(i - 4, 0) >> 3, last)
        if (ix != cell) {
          cell = ix
          const o = (<usize>ix) << 4
          near = glowAt(g0 + o, g1 + o, fy)
          far = glowAt(g0 + o + 16, g1 + o + 16, fy)
        }
        let g = near
        if (i >= 4) {
          const f = i16x8.splat(<i16>(((i - 4) & 7) << 12))
          g = blend(near, far, i16x8.add(f, i16x8(2048, 2048, 2048, 2048, 6144, 6144, 6144, 6144)))
        }
        c = blend(c, g, bloom)
      }
      if (grade.vignette > 0) {
        const u: f32 = abs<f32>(<f32>(i + 1) - scene.middle) * invW
        let r: f32 = least(u * u, 1) + vv
        if (u > 1 || beyond > 1) {
          const out: f32 = beyond + most(u - 1, 0)
          r = 0.8 + (r - 0.8) / (out * out)
        }
        c = i16x8.q15mulr_sat_s(c, q15(1 - grade.vignette * r * (0.4 + 0.3 * r)))
      }
      if (colour) c = coloured(c, more)
      c = i16x8.max_s(c, zero)
      if (light) lightPair(light + (q - target), c, i, j, i + 1 < width)
      c = v128.and(c, even)
      let a =
        (<u64>load<u16>(grade.red + i16x8.extract_lane_u(c, 0))) |
        ((<u64>load<u16>(grade.green + i16x8.extract_lane_u(c, 1))) << 16) |
        ((<u64>load<u16>(grade.blue + i16x8.extract_lane_u(c, 2))) << 32)
      if (grade.grain > 0) a = grained(a, i - column, j - line)
      store<u64>(q, a)
      if (i + 1 == width) break
      let b =
        (<u64>load<u16>(grade.red + i16x8.extract_lane_u(c, 4))) |
        ((<u64>load<u16>(grade.green + i16x8.extract_lane_u(c, 5))) << 16) |
        ((<u64>load<u16>(grade.blue + i16x8.extract_lane_u(c, 6))) << 32)
      if (grade.grain > 0) b = grained(b, i + 1 - column, j - line)
      store<u64>(q, b, 8)
      p += 16
      q += 16
    }
  }
}
