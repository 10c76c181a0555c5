import { noiseAt, tables, toHalves } from './tables'

/** Luma with its neighbours of almost the same value: steps of eight bits become slopes. */
function calm(p: usize, i: i32, j: i32, width: i32, height: i32): f32 {
  const y = <i32>load<u8>(p)
  let sum: i32 = y * 2
  let count: i32 = 2
  for (let reach = 1; reach <= 4; reach += 3) {
    const left = i >= reach ? <i32>load<u8>(p - <usize>reach) : -9
    const right = i + reach < width ? <i32>load<u8>(p + <usize>reach) : -9
    const down = <usize>(width * reach)
    const above = j >= reach ? <i32>load<u8>(p - down) : -9
    const below = j + reach < height ? <i32>load<u8>(p + down) : -9
    if (abs<i32>(left - y) <= 1) {
      sum += left
      count++
    }
    if (abs<i32>(right - y) <= 1) {
      sum += right
      count++
    }
    if (abs<i32>(above - y) <= 1) {
      sum += above
      count++
    }
    if (abs<i32>(below - y) <= 1) {
      sum += below
      count++
    }
  }
  return <f32>sum / <f32>count
}

function decoded(value: f32): f32 {
  const x: f32 = max<f32>(0, min<f32>(value, 1)) * 3276.8
  const n = <i32>x
  const p = tables.decoded + ((<usize>n) << 2)
  const a = load<f32>(p)
  return a + (load<f32>(p, 4) - a) * (x - <f32>n)
}

/** Chroma at a pixel: sited left, bilinear; codes around 0. */
function chromaAt(plane: usize, half: i32, rows: i32, i: i32, j: i32): f32 {
  const x0 = i >> 1
  const x1 = min<i32>(x0 + (i & 1), half - 1)
  const y0 = j >> 1
  const y1 = max<i32>(0, min<i32>(j & 1 ? y0 + 1 : y0 - 1, rows - 1))
  const near = plane + <usize>(y0 * half)
  const far = plane + <usize>(y1 * half)
  const a = <f32>load<u8>(near + <usize>x0) + <f32>load<u8>(near + <usize>x1)
  const b = <f32>load<u8>(far + <usize>x0) + <f32>load<u8>(far + <usize>x1)
  return 0.375 * a + 0.125 * b - 128
}

/**
 * Eight-bit I420 (BT.709, limited range) as halves r, g, b, 0 of light, Rec.709, 1.0 = diffuse
 * white and never above it before the gain; the brightest part lifted by the gain of its largest channel; sides are even.
 */
export function expandRows(i420: usize, width: i32, height: i32, target: usize, frame: i32): void {
  const half = width >> 1
  const rows = height >> 1
  const bluePlane = i420 + <usize>(width * height)
  const redPlane = bluePlane + <usize>(half * rows)
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const at = <usize>(j * width + i)
      const luma: f32 = calm(i420 + at, i, j, width, height) + 0.5 * noiseAt(i, j, frame)
      const y: f32 = (luma - 16) * 0.00456621
      const u: f32 = chromaAt(bluePlane, half, rows, i, j) * 0.00446429
      const v: f32 = chromaAt(redPlane, half, rows, i, j) * 0.00446429
      const r = decoded(y + 1.5748 * v)
      const g = decoded(y - 0.187324 * u - 0.468124 * v)
      const b = decoded(y + 1.8556 * u)
      const top: f32 = min<f32>(max<f32>(max<f32>(r, g), b), 1.249)
      const k = load<f32>(tables.gain + ((<usize>(<i32>(top * 819.2))) << 2))
      const c = toHalves(f32x4.mul(f32x4(r, g, b, 0), f32x4.splat(k)))
      v128.store64_lane(target + (at << 3), c, 0)
    }
  }
}
