import { ink } from './ink'
import { hash } from './noise'
import { shade } from './shade'

/**
 * Paints rows of one layer into its texture: four u16 a texel, premultiplied, 8192 = 1.0.
 * For each row it also notes the first and last covered texel and whether all of it is opaque.
 */
export function bakeRows(
  family: i32,
  layer: i32,
  texture: usize,
  rows: usize,
  width: i32,
  row0: i32,
  row1: i32,
  left: f32,
  top: f32,
  step: f32,
): void {
  for (let j = row0; j < row1; j++) {
    const y: f32 = top - (<f32>j + 0.5) * step
    let p = texture + (<usize>(j * width) << 3)
    let first = width
    let last = -1
    let opaque = 1
    for (let i = 0; i < width; i++) {
      shade(family, layer, left + (<f32>i + 0.5) * step, y)
      const a = min<f32>(max<f32>(ink.a, 0), 1)
      const k: f32 = a * 8192
      const n = hash(i, j, layer)
      store<u16>(p, <u16>min<f32>(max<f32>(ink.r * k + n, 0), 65535))
      store<u16>(p, <u16>min<f32>(max<f32>(ink.g * k + n, 0), 65535), 2)
      store<u16>(p, <u16>min<f32>(max<f32>(ink.b * k + n, 0), 65535), 4)
      store<u16>(p, <u16>(a * 8192 + 0.5), 6)
      if (a > 0.0005) {
        if (first > i) first = i
        last = i
      }
      if (a < 0.9995) opaque = 0
      p += 8
    }
    const note = rows + <usize>(j * 12)
    store<i32>(note, first)
    store<i32>(note, last, 4)
    store<i32>(note, opaque, 8)
  }
}
