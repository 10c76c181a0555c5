import { camera } from './layer'
import { hash } from './noise'

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

/** Lift is the display value 0…1 of black, drop what white lacks, both per channel. */
export function setTone(
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
}

/** Film curve, then the sRGB curve as a sum of roots (within 0.3 code above the toe). */
function toned(c: v128): v128 {
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

/** Develops rows of the linear frame in place order into display values 0…255 (r, g, b, 0). */
export function developRows(
  frame: usize,
  width: i32,
  height: i32,
  row0: i32,
  row1: i32,
  target: usize,
): void {
  const invW: f32 = 2 / <f32>width
  const zero = f32x4.splat(0)
  const luma = f32x4(0.2126, 0.7152, 0.0722, 0)
  const colour = f32x4.splat(grade.saturation)
  const grey: f32 = 1 - grade.saturation
  const bloom = f32x4.splat(grade.bloom)
  const last = grade.glowW - 2
  for (let j = row0; j < row1; j++) {
    let p = frame + ((<usize>j * <usize>width) << 4)
    let q = target + ((<usize>j * <usize>width) << 4)
    const gy: f32 = max<f32>((<f32>j + 0.5) * 0.125 - 0.5, 0)
    const iy = min<i32>(<i32>gy, grade.glowH - 2)
    const g0 = grade.glow + ((<usize>iy * <usize>grade.glowW) << 4)
    const g1 = g0 + ((<usize>grade.glowW) << 4)
    const fy = f32x4.splat(gy - <f32>iy)
    let ahead = -1
    let gl = zero
    let gd = zero
    const v: f32 = (<f32>j + 0.5) * (2 / <f32>height) - 1
    const vv: f32 = v * v
    for (let i = 0; i < width; i++) {
      let c = v128.load(p)
      if (grade.bloom > 0) {
        const gx: f32 = max<f32>((<f32>i - 3.5) * 0.125, 0)
        const ix = min<i32>(<i32>gx, last)
        if (ix != ahead) {
          ahead = ix
          const o = (<usize>ix) << 4
          const a = v128.load(g0 + o)
          const b = v128.load(g0 + o, 16)
          gl = f32x4.add(a, f32x4.mul(f32x4.sub(v128.load(g1 + o), a), fy))
          gd = f32x4.sub(f32x4.add(b, f32x4.mul(f32x4.sub(v128.load(g1 + o, 16), b), fy)), gl)
        }
        const g = f32x4.add(gl, f32x4.mul(gd, f32x4.splat(gx - <f32>ix)))
        c = f32x4.add(c, f32x4.mul(f32x4.sub(g, c), bloom))
      }
      const u: f32 = (<f32>i + 0.5) * invW - 1
      const r2: f32 = u * u + vv
      c = f32x4.mul(c, f32x4.splat(1 - grade.vignette * r2 * (0.4 + 0.3 * r2)))
      if (grey != 0) {
        const w = f32x4.mul(c, luma)
        const y: f32 =
          f32x4.extract_lane(w, 0) + f32x4.extract_lane(w, 1) + f32x4.extract_lane(w, 2)
        c = f32x4.add(f32x4.mul(c, colour), f32x4.splat(y * grey))
      }
      let d = toned(c)
      if (grade.grain > 0) {
        const k: f32 = f32x4.extract_lane(d, 1) * 0.0039
        const amount: f32 = grade.grain * (0.35 + 2.6 * k * (1 - k))
        const g: f32 = hash(i, j, camera.frame) + hash(i >> 1, j >> 1, camera.frame + 9) - 1
        d = f32x4.add(d, f32x4.splat(g * amount))
      }
      v128.store(q, d)
      p += 16
      q += 16
    }
  }
}

function code(p: usize, d: f32): v128 {
  const c = f32x4.add(v128.load(p), f32x4.splat(d))
  return i32x4.trunc_sat_f32x4_s(c)
}

/** sRGB bytes r, g, b, 255; the width is at least 4. */
export function rgbaRows(display: usize, width: i32, row0: i32, row1: i32, target: usize): void {
  const opaque = i32x4.splat(0xff000000)
  for (let j = row0; j < row1; j++) {
    for (let i = 0; i < width; i += 4) {
      const x = min<i32>(i, width - 4)
      const p = display + ((<usize>(j * width + x)) << 4)
      const d = f32x4.add(dither4(x, j), f32x4.splat(0.5))
      const a = i16x8.narrow_i32x4_s(
        code(p, f32x4.extract_lane(d, 0)),
        code(p + 16, f32x4.extract_lane(d, 1)),
      )
      const b = i16x8.narrow_i32x4_s(
        code(p + 32, f32x4.extract_lane(d, 2)),
        code(p + 48, f32x4.extract_lane(d, 3)),
      )
      v128.store(
        target + ((<usize>(j * width + x)) << 2),
        v128.or(i8x16.narrow_i16x8_u(a, b), opaque),
      )
    }
  }
}

function lane(v: v128, w: v128): v128 {
  return i8x16.narrow_i16x8_u(i16x8.narrow_i32x4_s(v, w), i16x8.splat(0))
}

/** Noise of ±0.5 code for four neighbours, the same for every run. */
function dither4(i: i32, j: i32): v128 {
  const o: f32 = 0.06711056 * <f32>i + 0.00583715 * <f32>j + 0.61803 * <f32>(camera.frame & 63)
  const a = f32x4.add(f32x4.splat(o), f32x4(0, 0.06711056, 0.13422112, 0.20133168))
  const b = f32x4.mul(f32x4.sub(a, f32x4.floor(a)), f32x4.splat(52.9829189))
  return f32x4.sub(f32x4.sub(b, f32x4.floor(b)), f32x4.splat(0.5))
}

/** BT.709 limited range, 4:2:0, chroma centred between the four pixels; rows must be even. */
export function i420Rows(
  display: usize,
  width: i32,
  height: i32,
  row0: i32,
  row1: i32,
  target: usize,
): void {
  const pitch = (<usize>width) << 4
  const uPlane = target + <usize>(width * height)
  const vPlane = uPlane + <usize>((width >> 1) * (height >> 1))
  const low = i32x4.splat(16)
  const high = i32x4.splat(235)
  for (let j = row0; j < row1; j += 2) {
    for (let i = 0; i < width; i += 4) {
      // The last block of a width that is not a multiple of four is painted again from the left.
      const x = min<i32>(i, width - 4)
      let sr = f32x4.splat(0)
      let sg = f32x4.splat(0)
      let sb = f32x4.splat(0)
      for (let k = 0; k < 2; k++) {
        const p = display + <usize>(j + k) * pitch + ((<usize>x) << 4)
        const a = v128.load(p)
        const b = v128.load(p, 16)
        const c = v128.load(p, 32)
        const d = v128.load(p, 48)
        const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5)
        const cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5)
        const r = v128.shuffle<f32>(ab, cd, 0, 1, 4, 5)
        const g = v128.shuffle<f32>(ab, cd, 2, 3, 6, 7)
        const ef = v128.shuffle<f32>(a, b, 2, 6, 2, 6)
        const gh = v128.shuffle<f32>(c, d, 2, 6, 2, 6)
        const bl = v128.shuffle<f32>(ef, gh, 0, 1, 4, 5)
        sr = f32x4.add(sr, r)
        sg = f32x4.add(sg, g)
        sb = f32x4.add(sb, bl)
        let l = f32x4.add(f32x4.splat(16.5), dither4(x, j + k))
        l = f32x4.add(l, f32x4.mul(r, f32x4.splat(0.18258588)))
        l = f32x4.add(l, f32x4.mul(g, f32x4.splat(0.61423059)))
        l = f32x4.add(l, f32x4.mul(bl, f32x4.splat(0.06200706)))
        const n = i32x4.max_s(i32x4.min_s(i32x4.trunc_sat_f32x4_s(l), high), low)
        store<u32>(target + <usize>((j + k) * width + x), i32x4.extract_lane(lane(n, n), 0))
      }
      const n = f32x4.add(f32x4.splat(128.5), dither4(x + 5, j + 3))
      const r = f32x4.add(sr, v128.shuffle<f32>(sr, sr, 1, 0, 3, 2))
      const g = f32x4.add(sg, v128.shuffle<f32>(sg, sg, 1, 0, 3, 2))
      const b = f32x4.add(sb, v128.shuffle<f32>(sb, sb, 1, 0, 3, 2))
      const u = chroma(r, g, b, -0.02516093, -0.08464299, 0.10980392, n)
      const v = chroma(r, g, b, 0.10980392, -0.09973554, -0.01006838, n)
      const o = <usize>((j >> 1) * (width >> 1) + (x >> 1))
      store<u8>(uPlane + o, i32x4.extract_lane(u, 0))
      store<u8>(uPlane + o, i32x4.extract_lane(u, 2), 1)
      store<u8>(vPlane + o, i32x4.extract_lane(v, 0))
      store<u8>(vPlane + o, i32x4.extract_lane(v, 2), 1)
    }
  }
}

function chroma(r: v128, g: v128, b: v128, kr: f32, kg: f32, kb: f32, n: v128): v128 {
  let c = f32x4.add(n, f32x4.mul(r, f32x4.splat(kr)))
  c = f32x4.add(c, f32x4.mul(g, f32x4.splat(kg)))
  c = f32x4.add(c, f32x4.mul(b, f32x4.splat(kb)))
  return i32x4.max_s(i32x4.min_s(i32x4.trunc_sat_f32x4_s(c), i32x4.splat(240)), i32x4.splat(16))
}
