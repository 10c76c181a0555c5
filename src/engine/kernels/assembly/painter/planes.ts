import { camera, loop } from './layer'

/** How far the noise has moved on; in a loop it rests, so that what rests is coded alike. */
function wandered(): f32 {
  return loop.period > 0 ? 0 : 0.61803 * <f32>(camera.frame & 63)
}

/** Noise of ±0.5 code for four neighbours, the same for every run. */
function dither4(i: i32, j: i32): v128 {
  const o: f32 = 0.06711056 * <f32>i + 0.00583715 * <f32>j + wandered()
  const a = f32x4.add(f32x4.splat(o), f32x4(0, 0.06711056, 0.13422112, 0.20133168))
  const b = f32x4.mul(f32x4.sub(a, f32x4.floor(a)), f32x4.splat(52.9829189))
  return f32x4.sub(f32x4.sub(b, f32x4.floor(b)), f32x4.splat(0.5))
}

/** sRGB bytes r, g, b, 255 of display values in 64ths; the width is at least 4. */
export function rgbaRows(display: usize, width: i32, row0: i32, row1: i32, target: usize): void {
  const opaque = i32x4.splat(0xff000000)
  for (let j = row0; j < row1; j++) {
    for (let i = 0; i < width; i += 4) {
      const x = min<i32>(i, width - 4)
      const p = display + ((<usize>(j * width + x)) << 3)
      const n = i32x4.trunc_sat_f32x4_s(
        f32x4.add(f32x4.mul(dither4(x, j), f32x4.splat(64)), f32x4.splat(32)),
      )
      const d = v128.shuffle<i16>(n, n, 0, 0, 0, 0, 2, 2, 2, 2)
      const e = v128.shuffle<i16>(n, n, 4, 4, 4, 4, 6, 6, 6, 6)
      const a = i16x8.shr_s(i16x8.add_sat_s(v128.load(p), d), 6)
      const b = i16x8.shr_s(i16x8.add_sat_s(v128.load(p, 16), e), 6)
      v128.store(
        target + ((<usize>(j * width + x)) << 2),
        v128.or(i8x16.narrow_i16x8_u(a, b), opaque),
      )
    }
  }
}

/** Weighted sums of four pixels, one i32 each. */
function weigh(a: v128, b: v128, weights: v128): v128 {
  const p = i32x4.dot_i16x8_s(a, weights)
  const q = i32x4.dot_i16x8_s(b, weights)
  return i32x4.add(v128.shuffle<i32>(p, q, 0, 2, 4, 6), v128.shuffle<i32>(p, q, 1, 3, 5, 7))
}

/** Adds offset and noise, both in codes, to sums of 2^20 a code, and leaves whole codes. */
function codes(sums: v128, offset: f32, noise: v128, most: i32): v128 {
  const n = f32x4.mul(f32x4.add(noise, f32x4.splat(offset)), f32x4.splat(1048576))
  const c = i32x4.shr_s(i32x4.add(sums, i32x4.trunc_sat_f32x4_s(n)), 20)
  return i32x4.max_s(i32x4.min_s(c, i32x4.splat(most)), i32x4.splat(16))
}

function four(c: v128): i32 {
  const n = i16x8.narrow_i32x4_s(c, c)
  return i32x4.extract_lane(i8x16.narrow_i16x8_u(n, n), 0)
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
  const pitch = (<usize>width) << 3
  const uPlane = target + <usize>(width * height)
  const vPlane = uPlane + <usize>((width >> 1) * (height >> 1))
  const wy = i16x8(2991, 10064, 1016, 0, 2991, 10064, 1016, 0)
  const wu = i16x8(-412, -1387, 1799, 0, -412, -1387, 1799, 0)
  const wv = i16x8(1799, -1634, -165, 0, 1799, -1634, -165, 0)
  for (let j = row0; j < row1; j += 2) {
    for (let i = 0; i < width; i += 4) {
      // The last block of a width that is not a multiple of four is painted again from the left.
      const x = min<i32>(i, width - 4)
      const p = display + <usize>j * pitch + ((<usize>x) << 3)
      const a0 = v128.load(p)
      const b0 = v128.load(p, 16)
      const a1 = v128.load(p + pitch)
      const b1 = v128.load(p + pitch, 16)
      const y = target + <usize>(j * width + x)
      store<i32>(y, four(codes(weigh(a0, b0, wy), 16.5, dither4(x, j), 235)))
      store<i32>(y + <usize>width, four(codes(weigh(a1, b1, wy), 16.5, dither4(x, j + 1), 235)))
      const a = i16x8.add(a0, a1)
      const b = i16x8.add(b0, b1)
      const n = dither4(x + 5, j + 3)
      const o = <usize>((j >> 1) * (width >> 1) + (x >> 1))
      store<u16>(uPlane + o, chroma(weigh(a, b, wu), n))
      store<u16>(vPlane + o, chroma(weigh(a, b, wv), n))
    }
  }
}

function chroma(sums: v128, noise: v128): u16 {
  const s = i32x4.add(sums, v128.shuffle<i32>(sums, sums, 1, 0, 3, 2))
  const c = codes(s, 128.5, noise, 240)
  return <u16>(i32x4.extract_lane(c, 0) | (i32x4.extract_lane(c, 2) << 8))
}
