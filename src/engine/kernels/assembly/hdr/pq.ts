import { fromHalves, noiseAt, tables, through } from './tables'

/** Signal of light in luma codes above black; the bits of a float index the table. */
function signal(light: f32): f32 {
  const n = <i32>(reinterpret<u32>(light) >> 16) - 13184
  if (n < 0) return 0
  const p = tables.pq + ((<usize>min<i32>(n, 3454)) << 2)
  const a = load<f32>(p)
  return a + (load<f32>(p, 4) - a) * <f32>(reinterpret<u32>(light) & 0xffff) * 1.5258789e-5
}

/** How bright the frame is so far. */
class level {
  static most: f32 = 0
  static sum: f64 = 0
}

/** Stores a pixel's luma and returns its light in BT.2020. */
function pixel(p: usize, q: usize, i: i32, j: i32, frame: i32): v128 {
  const c = through(tables.to2020, fromHalves(p))
  const r = f32x4.extract_lane(c, 0)
  const g = f32x4.extract_lane(c, 1)
  const b = f32x4.extract_lane(c, 2)
  const top: f32 = max<f32>(max<f32>(r, g), b)
  level.most = max<f32>(level.most, top)
  level.sum += <f64>top
  const y: f32 = 0.2627 * signal(r) + 0.678 * signal(g) + 0.0593 * signal(b)
  store<u16>(q, <u16>min<i32>(<i32>(y + 64.5 + noiseAt(i, j, frame)), 940))
  return c
}

function chroma(code: f32): u16 {
  return <u16>max<i32>(64, min<i32>(960, <i32>code))
}

/**
 * A frame of halves (r, g, b, unused; Rec.709, 1.0 = diffuse white) as BT.2020 PQ, 10-bit 4:2:0
 * limited range, chroma sited left; sides are even. Writes the largest channel of any pixel and
 * the mean of every pixel's largest, both as light in BT.2020, to two f64 at `levels`.
 *
 * Chroma is of the mean light, not the mean signal: in PQ the dark around a small light would else
 * tint it, and lift a channel far beyond its own light.
 */
export function pqRows(
  light: usize,
  width: i32,
  height: i32,
  target: usize,
  frame: i32,
  levels: usize,
): void {
  const pitch = (<usize>width) << 3
  const line = (<usize>width) << 1
  const half = width >> 1
  const bluePlane = target + ((<usize>(width * height)) << 1)
  const redPlane = bluePlane + ((<usize>(half * (height >> 1))) << 1)
  const toBlue: f32 = 896.0 / 876.0 / 1.8814
  const toRed: f32 = 896.0 / 876.0 / 1.4746
  level.most = 0
  level.sum = 0
  for (let j = 0; j < height; j += 2) {
    let p = light + <usize>j * pitch
    let q = target + ((<usize>(j * width)) << 1)
    let last = f32x4.splat(-1)
    for (let i = 0; i < width; i += 2) {
      const c0 = pixel(p, q, i, j, frame)
      const c = f32x4.add(c0, pixel(p + pitch, q + line, i, j + 1, frame))
      const d0 = pixel(p + 8, q + 2, i + 1, j, frame)
      const d = f32x4.add(d0, pixel(p + 8 + pitch, q + 2 + line, i + 1, j + 1, frame))
      if (i == 0) last = c
      const sum = f32x4.add(f32x4.add(last, d), f32x4.add(c, c))
      const mean = f32x4.mul(sum, f32x4.splat(0.125))
      last = d
      const r = signal(f32x4.extract_lane(mean, 0))
      const b = signal(f32x4.extract_lane(mean, 2))
      const y: f32 = 0.2627 * r + 0.678 * signal(f32x4.extract_lane(mean, 1)) + 0.0593 * b
      const o = (<usize>((j >> 1) * half + (i >> 1))) << 1
      const n: f32 = 512.5 + noiseAt(i + 5, j + 3, frame)
      store<u16>(bluePlane + o, chroma((b - y) * toBlue + n))
      store<u16>(redPlane + o, chroma((r - y) * toRed + n))
      p += 16
      q += 4
    }
  }
  store<f64>(levels, <f64>level.most)
  store<f64>(levels, level.sum / <f64>(width * height), 8)
}
