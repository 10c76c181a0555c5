import { fromHalves, noiseAt, tables, through } from './tables'

/** Signal of light in luma codes above black; the bits of a float index the table. */
function signal(light: f32): f32 {
  const n = <i32>(reinterpret<u32>(light) >> 16) - 13184
  if (n < 0) return 0
  const p = tables.pq + ((<usize>min<i32>(n, 3454)) << 2)
  const a = load<f32>(p)
  return a + (load<f32>(p, 4) - a) * <f32>(reinterpret<u32>(light) & 0xffff) * 1.5258789e-5
}

/** A pixel's light levels and signal, of two rows that share their chroma. */
class column {
  static blue: f32 = 0
  static red: f32 = 0
  static most: f32 = 0
  static sum: f64 = 0
}

function lumaOf(p: usize, i: i32, j: i32, frame: i32): u16 {
  const c = through(tables.to2020, fromHalves(p))
  const r = f32x4.extract_lane(c, 0)
  const g = f32x4.extract_lane(c, 1)
  const b = f32x4.extract_lane(c, 2)
  const top: f32 = max<f32>(max<f32>(r, g), b)
  column.most = max<f32>(column.most, top)
  column.sum += <f64>top
  const rr = signal(r)
  const bb = signal(b)
  const y: f32 = 0.2627 * rr + 0.678 * signal(g) + 0.0593 * bb
  column.blue += bb - y
  column.red += rr - y
  return <u16>min<i32>(<i32>(y + 64.5 + noiseAt(i, j, frame)), 940)
}

function chroma(sum: f32, scale: f32, noise: f32): u16 {
  const c = <i32>(sum * scale + 512.5 + noise)
  return <u16>max<i32>(64, min<i32>(960, c))
}

/**
 * A frame of halves (r, g, b, unused; Rec.709, 1.0 = diffuse white) as BT.2020 PQ, 10-bit 4:2:0
 * limited range, chroma sited left; sides are even. Writes the largest channel of any pixel and
 * the mean of every pixel's largest, both as light in BT.2020, to two f64 at `levels`.
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
  const half = width >> 1
  const bluePlane = target + ((<usize>(width * height)) << 1)
  const redPlane = bluePlane + ((<usize>(half * (height >> 1))) << 1)
  // Sums of two rows by weights of four, in luma codes, to codes of chroma.
  const toBlue: f32 = 896.0 / 876.0 / 1.8814 / 8
  const toRed: f32 = 896.0 / 876.0 / 1.4746 / 8
  column.most = 0
  column.sum = 0
  for (let j = 0; j < height; j += 2) {
    let p = light + <usize>j * pitch
    let q = target + ((<usize>(j * width)) << 1)
    let lastBlue: f32 = 0
    let lastRed: f32 = 0
    for (let i = 0; i < width; i += 2) {
      column.blue = 0
      column.red = 0
      store<u16>(q, lumaOf(p, i, j, frame))
      store<u16>(q + ((<usize>width) << 1), lumaOf(p + pitch, i, j + 1, frame))
      const blue = column.blue
      const red = column.red
      column.blue = 0
      column.red = 0
      store<u16>(q + 2, lumaOf(p + 8, i + 1, j, frame))
      store<u16>(q + 2 + ((<usize>width) << 1), lumaOf(p + 8 + pitch, i + 1, j + 1, frame))
      if (i == 0) {
        lastBlue = blue
        lastRed = red
      }
      const o = (<usize>((j >> 1) * half + (i >> 1))) << 1
      const n = noiseAt(i + 5, j + 3, frame)
      store<u16>(bluePlane + o, chroma(lastBlue + 2 * blue + column.blue, toBlue, n))
      store<u16>(redPlane + o, chroma(lastRed + 2 * red + column.red, toRed, n))
      lastBlue = column.blue
      lastRed = column.red
      p += 16
      q += 4
    }
  }
  store<f64>(levels, <f64>column.most)
  store<f64>(levels, column.sum / <f64>(width * height), 8)
}
