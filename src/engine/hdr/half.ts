const real = new Float32Array(1)
const bits = new Uint32Array(real.buffer)

/** The IEEE 754 half nearest to a number at or above 0, as its sixteen bits. */
export function halfOf(value: number): number {
  // Adding 2^k aligns the last kept bit with the float's own, so the FPU rounds half to even.
  if (!(value > 0)) return 0
  if (value >= 65_520) return 0x7c00
  if (value < 2 ** -14) {
    real[0] = value + 0.5
    return (bits[0] ?? 0) - 0x3f000000
  }
  real[0] = value
  const b = bits[0] ?? 0
  return ((b - 0x38000000 + 0xfff + ((b >> 13) & 1)) >>> 13) & 0x7fff
}

/** The number that sixteen bits of a half stand for. */
export function numberOf(half: number): number {
  const exponent = (half >> 10) & 31
  const fraction = half & 1023
  const sign = half & 0x8000 ? -1 : 1
  if (exponent === 31) return fraction ? NaN : sign * Infinity
  return sign * (exponent ? (1 + fraction / 1024) * 2 ** (exponent - 15) : fraction * 2 ** -24)
}
