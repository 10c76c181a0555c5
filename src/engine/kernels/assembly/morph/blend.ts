/**
 * Mixes rows of two planes into `target` (which may be one of them): `weights` are the second one's
 * share 0…1 at nodes `1 << cell` pixels apart, `columns` a row; `line` is room for a row of i16.
 */
export function blendRows(
  first: usize,
  second: usize,
  width: i32,
  row0: i32,
  row1: i32,
  weights: usize,
  columns: i32,
  cell: i32,
  line: usize,
  target: usize,
): void {
  const side = 1 << cell
  const step: f32 = <f32>1 / <f32>side
  const round = i16x8.splat(32)
  for (let j = row0; j < row1; j++) {
    const fy: f32 = <f32>(j & (side - 1)) * step
    let node = weights + ((<usize>((j >> cell) * columns)) << 2)
    const under = (<usize>columns) << 2
    let w1: f32 = load<f32>(node) * (1 - fy) + load<f32>(node + under) * fy
    for (let i = 0; i < width; i += side) {
      node += 4
      const w0: f32 = w1
      w1 = load<f32>(node) * (1 - fy) + load<f32>(node + under) * fy
      const slope: f32 = (w1 - w0) * step
      const end = min<i32>(side, width - i)
      for (let k = 0; k < end; k++) {
        store<i16>(line + ((<usize>(i + k)) << 1), <i16>((w0 + slope * <f32>k) * 32767))
      }
    }
    const row = <usize>(j * width)
    let i = 0
    for (; i + 8 <= width; i += 8) {
      const o = row + <usize>i
      const a = i16x8.extend_low_i8x16_u(v128.load64_zero(first + o))
      const b = i16x8.extend_low_i8x16_u(v128.load64_zero(second + o))
      const w = v128.load(line + ((<usize>i) << 1))
      const c = i16x8.q15mulr_sat_s(i16x8.shl(i16x8.sub(b, a), 6), w)
      const d = i16x8.shr_s(i16x8.add(i16x8.add(i16x8.shl(a, 6), c), round), 6)
      v128.store64_lane(target + o, i8x16.narrow_i16x8_u(d, d), 0)
    }
    for (; i < width; i++) {
      const o = row + <usize>i
      const a = <i32>load<u8>(first + o)
      const b = <i32>load<u8>(second + o)
      const w = <i32>load<i16>(line + ((<usize>i) << 1))
      store<u8>(target + o, <u8>(a + (((b - a) * w + 16384) >> 15)))
    }
  }
}
