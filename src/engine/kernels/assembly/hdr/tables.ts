/** Tables and matrices that the caller has laid out. */
export class tables {
  /** f32: signal in luma codes above black, 128 an octave from 2^-24 on. */
  static pq: usize = 0
  /** f32, 4096 steps of the display value 0…1.25: light. */
  static decoded: usize = 0
  /** f32, 1024 steps of the largest channel's light 0…1.25: gain. */
  static gain: usize = 0
  static to2020: usize = 0
  static toAp0: usize = 0
}

export function setTables(
  pq: usize,
  decoded: usize,
  gain: usize,
  to2020: usize,
  toAp0: usize,
): void {
  tables.pq = pq
  tables.decoded = decoded
  tables.gain = gain
  tables.to2020 = to2020
  tables.toAp0 = toAp0
}

/** Three columns of a matrix, each four f32, times r, g, b. */
export function through(matrix: usize, c: v128): v128 {
  const r = f32x4.mul(v128.load(matrix), v128.shuffle<f32>(c, c, 0, 0, 0, 0))
  const g = f32x4.mul(v128.load(matrix, 16), v128.shuffle<f32>(c, c, 1, 1, 1, 1))
  const b = f32x4.mul(v128.load(matrix, 32), v128.shuffle<f32>(c, c, 2, 2, 2, 2))
  return f32x4.add(f32x4.add(r, g), b)
}

/** Four positive halves as floats; the factor moves the exponent to the float's own bias. */
export function fromHalves(p: usize): v128 {
  const bits = i32x4.shl(i32x4.extend_low_i16x8_u(v128.load64_zero(p)), 13)
  return f32x4.mul(bits, f32x4.splat(5.192296858534828e33))
}

/** The halves nearest to four floats from 0 to 65504, ties to even, in the low 64 bits. */
export function toHalves(c: v128): v128 {
  const f = f32x4.mul(c, f32x4.splat(1.925929944387236e-34))
  const odd = v128.and(i32x4.shr_u(f, 13), i32x4.splat(1))
  const bits = i32x4.shr_u(i32x4.add(i32x4.add(f, i32x4.splat(0xfff)), odd), 13)
  return i16x8.narrow_i32x4_u(bits, bits)
}

/** Noise of ±0.5, the same for every run. */
export function noiseAt(i: i32, j: i32, frame: i32): f32 {
  const o: f32 = 0.06711056 * <f32>i + 0.00583715 * <f32>j + 0.61803 * <f32>(frame & 63)
  const n: f32 = 52.9829189 * (o - floor<f32>(o))
  return n - floor<f32>(n) - 0.5
}
