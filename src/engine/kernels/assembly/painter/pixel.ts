/** A pixel of the frame is four i16: r, g, b, unused. 8192 is 1.0, light ends at 4.0. */
export const ONE: f32 = 8192

/** One pixel as floats, 8192 = 1.0. */
export function loadPixel(p: usize): v128 {
  return f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(v128.load64_zero(p)))
}

/** Two pixels of floats, 8192 = 1.0, as sixteen bits each. */
export function pack(a: v128, b: v128): v128 {
  return i16x8.narrow_i32x4_s(i32x4.trunc_sat_f32x4_s(a), i32x4.trunc_sat_f32x4_s(b))
}

export function storePixel(p: usize, c: v128): void {
  v128.store64_lane(p, pack(c, c), 0)
}

/** Writes both pixels of a pair, or its first alone at the end of a row. */
export function storePair(p: usize, c: v128, both: bool): void {
  if (both) v128.store(p, c)
  else v128.store64_lane(p, c, 0)
}

/** From a to b by k, q15. */
export function blend(a: v128, b: v128, k: v128): v128 {
  return i16x8.add(a, i16x8.q15mulr_sat_s(i16x8.sub(b, a), k))
}

export function q15(k: f32): v128 {
  const n = i32x4.trunc_sat_f32x4_s(f32x4.splat(k * 32767))
  return i16x8.narrow_i32x4_s(n, n)
}

/** The two factors spread over a pair of pixels. */
export function q15Pair(a: f32, b: f32): v128 {
  return v128.bitselect(q15(a), q15(b), i64x2(-1, 0))
}
