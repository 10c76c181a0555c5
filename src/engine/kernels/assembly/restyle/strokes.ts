import { repeatEdges } from './shrink'

const taps = 36
const turns = 16

/**
 * Which way the picture runs, on a grid of half the sheet's pixels: a byte each, 0 … 15 for
 * 0 … π. `scratch` holds three f32x4 rows' worth of sheet.
 */
export function directions(
  sheet: usize,
  w: i32,
  h: i32,
  pad: i32,
  scratch: usize,
  target: usize,
): void {
  const stride = w + 2 * pad
  const gw = (w + 1) >> 1
  const gh = (h + 1) >> 1
  const right: usize = 16
  const down: usize = (<usize>stride) << 4
  for (let j = 0; j < gh; j++) {
    for (let i = 0; i < gw; i++) {
      const p = sheet + ((<usize>((j * 2 + pad) * stride + i * 2 + pad)) << 4)
      const a = load<f32>(p - down - right) + load<f32>(p + down - right) + 2 * load<f32>(p - right)
      const b = load<f32>(p - down + right) + load<f32>(p + down + right) + 2 * load<f32>(p + right)
      const c = load<f32>(p - down - right) + load<f32>(p - down + right) + 2 * load<f32>(p - down)
      const d = load<f32>(p + down - right) + load<f32>(p + down + right) + 2 * load<f32>(p + down)
      const gx = b - a
      const gy = d - c
      v128.store(scratch + ((<usize>(j * gw + i)) << 4), f32x4(gx * gx, gx * gy, gy * gy, 0))
    }
  }
  const second = scratch + ((<usize>(gw * gh)) << 4)
  blur(scratch, second, gw, gh, 3)
  for (let n = 0; n < gw * gh; n++) {
    const p = scratch + ((<usize>n) << 4)
    const e = load<f32>(p)
    const f = load<f32>(p, 4)
    const g = load<f32>(p, 8)
    // The tangent of the edge: half the angle of the tensor, turned by a right angle.
    const angle: f32 = 0.5 * Mathf.atan2(2 * f, e - g) + 1.5707964
    const turn = <i32>Mathf.round((angle / 3.1415927) * <f32>turns)
    store<u8>(target + <usize>n, <u8>(((turn % turns) + turns) % turns))
  }
}

/** Two box blurs of f32x4 in place, `r` points to each side. */
export function blur(grid: usize, spare: usize, w: i32, h: i32, r: i32): void {
  line(grid, spare, w, h, 16, (<usize>w) << 4, r)
  line(spare, grid, h, w, (<usize>w) << 4, 16, r)
}

function line(
  from: usize,
  to: usize,
  length: i32,
  lines: i32,
  step: usize,
  next: usize,
  r: i32,
): void {
  const span: i32 = r * 2 + 1
  const share = f32x4.splat(1 / <f32>span)
  for (let n = 0; n < lines; n++) {
    const a = from + <usize>n * next
    const b = to + <usize>n * next
    let sum = f32x4.mul(v128.load(a), f32x4.splat(<f32>(r + 1)))
    for (let i = 1; i <= r; i++) {
      sum = f32x4.add(sum, v128.load(a + <usize>min<i32>(i, length - 1) * step))
    }
    for (let i = 0; i < length; i++) {
      v128.store(b + <usize>i * step, f32x4.mul(sum, share))
      const gone = v128.load(a + <usize>max<i32>(0, i - r) * step)
      const come = v128.load(a + <usize>min<i32>(length - 1, i + r + 1) * step)
      sum = f32x4.add(sum, f32x4.sub(come, gone))
    }
  }
}

/** Where the taps of a stroke lie, for each of the directions: byte offsets, quarter by quarter. */
export function layTaps(table: usize, stride: i32, along: f32, across: f32): void {
  for (let turn = 0; turn < turns; turn++) {
    const angle: f32 = (<f32>turn / <f32>turns) * 3.1415927
    const cx = Mathf.cos(angle)
    const cy = Mathf.sin(angle)
    for (let n = 0; n < 4; n++) {
      const fx: f32 = n & 1 ? 0.5 : -0.5
      const fy: f32 = n & 2 ? 0.5 : -0.5
      for (let k = 0; k < 9; k++) {
        const p = fx * <f32>(k % 3) * along
        const q = fy * <f32>(k / 3) * across
        const x = <i32>Mathf.round(p * cx - q * cy)
        const y = <i32>Mathf.round(p * cy + q * cx)
        store<i32>(table + ((<usize>(turn * taps + n * 9 + k)) << 2), (y * stride + x) * 16)
      }
    }
  }
}

/**
 * Strokes along the picture's own lines: each point takes on the calm ones of four leaning
 * neighbourhoods, the calmer the more. Anchored to the picture, so it moves with it.
 */
export function paintStrokes(
  sheet: usize,
  w: i32,
  h: i32,
  pad: i32,
  ways: usize,
  table: usize,
  target: usize,
): void {
  const stride = w + 2 * pad
  const gw = (w + 1) >> 1
  const ninth = f32x4.splat(1.0 / 9.0)
  for (let j = 0; j < h; j++) {
    for (let i = 0; i < w; i++) {
      const at = (<usize>((j + pad) * stride + i + pad)) << 4
      const p = sheet + at
      let t = table + <usize>load<u8>(ways + <usize>((j >> 1) * gw + (i >> 1))) * (taps * 4)
      let all = f32x4.splat(0)
      let weight: f32 = 0
      for (let n = 0; n < 4; n++) {
        let sum = f32x4.splat(0)
        let square = sum
        for (let k = 0; k < 9; k++) {
          const c = v128.load(p + <usize>load<i32>(t))
          sum = f32x4.add(sum, c)
          square = f32x4.add(square, f32x4.mul(c, c))
          t += 4
        }
        const mean = f32x4.mul(sum, ninth)
        const spread = f32x4.sub(f32x4.mul(square, ninth), f32x4.mul(mean, mean))
        const s: f32 =
          f32x4.extract_lane(spread, 0) +
          f32x4.extract_lane(spread, 1) +
          f32x4.extract_lane(spread, 2)
        const calm: f32 = 1 / (1 + max<f32>(0, s) * 0.05)
        const share = calm * calm * calm
        all = f32x4.add(all, f32x4.mul(mean, f32x4.splat(share)))
        weight += share
      }
      v128.store(target + at, f32x4.mul(all, f32x4.splat(1 / weight)))
    }
  }
  repeatEdges(target, w, h, pad)
}
