/**
 * Scales rows along: each of `outW` results is a weighted sum of `taps` (a multiple of 8) bytes
 * from `first[x]` on; weights are i16, 16384 = 1. Results are i16 in 64ths. Rows of the source may
 * be read up to `taps` bytes beyond their end: weights there are 0.
 */
export function acrossRows(
  source: usize,
  pitch: i32,
  rows: i32,
  target: usize,
  outW: i32,
  first: usize,
  weights: usize,
  taps: i32,
): void {
  const round = 128
  for (let j = 0; j < rows; j++) {
    const row = source + <usize>(j * pitch)
    let w = weights
    for (let x = 0; x < outW; x++) {
      const p = row + <usize>load<i32>(first + ((<usize>x) << 2))
      let sum = i32x4.splat(0)
      for (let t = 0; t < taps; t += 8) {
        const c = i16x8.extend_low_i8x16_u(v128.load64_zero(p + <usize>t))
        sum = i32x4.add(sum, i32x4.dot_i16x8_s(c, v128.load(w)))
        w += 16
      }
      const a = i32x4.add(sum, v128.shuffle<i32>(sum, sum, 2, 3, 0, 1))
      const s = i32x4.extract_lane(a, 0) + i32x4.extract_lane(a, 1)
      store<i16>(target + ((<usize>x) << 1), <i16>((s + round) >> 8))
    }
    target += (<usize>outW) << 1
  }
}

/**
 * Scales what `acrossRows` made downwards: `rows` results, each a weighted sum of `taps` (even)
 * lines from `first[y]` on; `width` bytes are written to every row of the target.
 */
export function downRows(
  lines: usize,
  width: i32,
  target: usize,
  pitch: i32,
  rows: i32,
  first: usize,
  weights: usize,
  taps: i32,
): void {
  const step = (<usize>width) << 1
  const half = i32x4.splat(1 << 19)
  for (let y = 0; y < rows; y++) {
    const top = lines + <usize>load<i32>(first + ((<usize>y) << 2)) * step
    const w = weights + ((<usize>(y * taps)) << 1)
    const out = target + <usize>(y * pitch)
    for (let x = 0; x < width; x += 8) {
      let low = half
      let high = half
      let p = top + ((<usize>x) << 1)
      for (let t = 0; t < taps; t += 2) {
        const k = i32x4.splat(load<i32>(w + ((<usize>t) << 1)))
        const a = v128.load(p)
        const b = v128.load(p + step)
        low = i32x4.add(
          low,
          i32x4.dot_i16x8_s(v128.shuffle<i16>(a, b, 0, 8, 1, 9, 2, 10, 3, 11), k),
        )
        high = i32x4.add(
          high,
          i32x4.dot_i16x8_s(v128.shuffle<i16>(a, b, 4, 12, 5, 13, 6, 14, 7, 15), k),
        )
        p += step << 1
      }
      const c = i16x8.narrow_i32x4_s(i32x4.shr_s(low, 20), i32x4.shr_s(high, 20))
      const bytes = i8x16.narrow_i16x8_u(c, c)
      if (x + 8 <= width) v128.store64_lane(out + <usize>x, bytes, 0)
      else {
        let left = i64x2.extract_lane(bytes, 0)
        for (let n = x; n < width; n++) {
          store<u8>(out + <usize>n, <u8>left)
          left >>= 8
        }
      }
    }
  }
}
