/** Pixels that a source holds beyond each edge of its picture. */
const PAD: i32 = 32
const STEPS: f32 = 65536

/** Four pixels at `p` and four at `q`, signed around 128. */
function eight(p: usize, q: usize): v128 {
  const both = v128.load32_lane(q, v128.load32_zero(p), 1)
  return i16x8.extend_low_i8x16_s(v128.xor(both, i8x16.splat(-128)))
}

function two(p: usize, q: usize): v128 {
  return v128.load64_lane(q, v128.load64_zero(p), 1)
}

function kept(v: i32, most: i32): i32 {
  return max<i32>(min<i32>(v, most), -(PAD << 16) + 131072)
}

/**
 * Draws rows of a plane from a source with PAD pixels of border: target (i, j) is the source at
 * (i, j) + the shift there, by Catmull-Rom. `shifts` are nodes `1 << cell` pixels apart, `columns` a
 * row: all dx, then all dy (`plane` floats on), in pixels of this plane times `1 / scale`. Width is
 * even.
 */
export function warpRows(
  source: usize,
  pitch: i32,
  width: i32,
  height: i32,
  row0: i32,
  row1: i32,
  shifts: usize,
  columns: i32,
  plane: i32,
  cell: i32,
  scale: f32,
  taps: usize,
  target: usize,
): void {
  const side = 1 << cell
  const unit: f32 = scale * STEPS
  const mostX = ((width + PAD - 3) << 16) - 1
  const mostY = ((height + PAD - 3) << 16) - 1
  const stride = <usize>pitch
  const half = i32x4.splat((128 << 14) + (1 << 13))
  const across = taps + 2048
  for (let j = row0; j < row1; j++) {
    const gy = j >> cell
    const fy: f32 = <f32>(j & (side - 1)) / <f32>side
    let node = shifts + ((<usize>(gy * columns)) << 2)
    const under = (<usize>columns) << 2
    const down = (<usize>plane) << 2
    let out = target + <usize>(j * width)
    let x1 = <i32>((load<f32>(node) * (1 - fy) + load<f32>(node + under) * fy) * unit)
    let y1 = <i32>((load<f32>(node + down) * (1 - fy) + load<f32>(node + down + under) * fy) * unit)
    for (let i = 0; i < width; i += side) {
      node += 4
      const x0 = x1
      const y0 = y1
      x1 = <i32>((load<f32>(node) * (1 - fy) + load<f32>(node + under) * fy) * unit)
      y1 = <i32>((load<f32>(node + down) * (1 - fy) + load<f32>(node + down + under) * fy) * unit)
      const stepX = ((x1 - x0) >> cell) + 65536
      const stepY = (y1 - y0) >> cell
      let x = x0 + (i << 16)
      let y = y0 + (j << 16)
      const end = min<i32>(side, width - i)
      for (let k = 0; k < end; k += 2) {
        const xa = kept(x, mostX)
        const ya = kept(y, mostY)
        const xb = kept(x + stepX, mostX)
        const yb = kept(y + stepY, mostY)
        x += stepX << 1
        y += stepY << 1
        const p = source + <usize>((ya >> 16) - 1) * stride + <usize>((xa >> 16) - 1)
        const q = source + <usize>((yb >> 16) - 1) * stride + <usize>((xb >> 16) - 1)
        const va = taps + ((<usize>((ya >> 10) & 63)) << 5)
        const vb = taps + ((<usize>((yb >> 10) & 63)) << 5)
        let sum = i16x8.mul(eight(p, q), two(va, vb))
        sum = i16x8.add(sum, i16x8.mul(eight(p + stride, q + stride), two(va + 8, vb + 8)))
        const p2 = p + (stride << 1)
        const q2 = q + (stride << 1)
        sum = i16x8.add(sum, i16x8.mul(eight(p2, q2), two(va + 16, vb + 16)))
        sum = i16x8.add(sum, i16x8.mul(eight(p2 + stride, q2 + stride), two(va + 24, vb + 24)))
        const ha = across + ((<usize>((xa >> 10) & 63)) << 3)
        const hb = across + ((<usize>((xb >> 10) & 63)) << 3)
        const dots = i32x4.dot_i16x8_s(sum, two(ha, hb))
        const pairs = i32x4.add(dots, v128.shuffle<i32>(dots, dots, 1, 0, 3, 2))
        const codes = i32x4.shr_s(i32x4.add(pairs, half), 14)
        const a = max<i32>(min<i32>(i32x4.extract_lane(codes, 0), 255), 0)
        const b = max<i32>(min<i32>(i32x4.extract_lane(codes, 2), 255), 0)
        store<u16>(out, <u16>(a | (b << 8)))
        out += 2
      }
    }
  }
}
