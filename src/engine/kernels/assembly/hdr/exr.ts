import { fromHalves, tables, through, toHalves } from './tables'

/**
 * Rows row0…row1 of a frame of halves as an EXR block before its deflate: ACES2065-1, each row as
 * all its blue, green, red; the bytes apart, low ones first, each as the step from the one before.
 * Returns its length.
 */
export function blockOf(
  light: usize,
  width: i32,
  row0: i32,
  row1: i32,
  scratch: usize,
  target: usize,
): i32 {
  const count = width * 3 * (row1 - row0)
  let low = scratch
  let high = scratch + <usize>count
  for (let j = row0; j < row1; j++) {
    let p = light + ((<usize>(j * width)) << 3)
    for (let i = 0; i < width; i++) {
      const h = toHalves(through(tables.toAp0, fromHalves(p)))
      const r = i16x8.extract_lane_u(h, 0)
      const g = i16x8.extract_lane_u(h, 1)
      const b = i16x8.extract_lane_u(h, 2)
      store<u8>(low, b)
      store<u8>(high, b >> 8)
      store<u8>(low + <usize>width, g)
      store<u8>(high + <usize>width, g >> 8)
      store<u8>(low + ((<usize>width) << 1), r)
      store<u8>(high + ((<usize>width) << 1), r >> 8)
      low++
      high++
      p += 8
    }
    low += (<usize>width) << 1
    high += (<usize>width) << 1
  }
  const length = count << 1
  store<u8>(target, load<u8>(scratch))
  const bias = i8x16.splat(-128)
  let n = 1
  for (; n + 16 <= length; n += 16) {
    const p = scratch + <usize>n
    const step = i8x16.sub(v128.load(p), v128.load(p - 1))
    v128.store(target + <usize>n, i8x16.add(step, bias))
  }
  for (; n < length; n++) {
    const p = scratch + <usize>n
    store<u8>(target + <usize>n, load<u8>(p) - load<u8>(p - 1) + 128)
  }
  return length
}
