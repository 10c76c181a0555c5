import { least, most } from './curve'
import { ink } from './ink'
import { hash } from './noise'
import { shade } from './shade'

/**
 * Paints rows of one layer into its texture: four i16 a texel, premultiplied, 8192 = 1.0.
 * For each row it also notes the first and last covered texel and whether all of it is opaque.
 * Texels set in the mask (a byte each, 0 is none) are left out; a layer that hides adds to it.
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
  mask: usize,
  pitch: i32,
  hides: i32,
): void {
  for (let j = row0; j < row1; j++) {
    const note = rows + <usize>(j * 12)
    store<i32>(note, width)
    store<i32>(note, -1, 4)
    store<i32>(note, 1, 8)
  }
  // Columns outside, so that shaders may keep what depends on x alone.
  for (let i = 0; i < width; i++) {
    const x: f32 = left + (<f32>i + 0.5) * step
    for (let j = row0; j < row1; j++) {
      const p = texture + ((<usize>(j * width + i)) << 3)
      const note = rows + <usize>(j * 12)
      const seen = mask + <usize>(j * pitch + i)
      if (mask && load<u8>(seen)) {
        store<u64>(p, 0)
        store<i32>(note, 0, 8)
        continue
      }
      shade(family, layer, x, top - (<f32>j + 0.5) * step)
      const a = least(most(ink.a, 0), 1)
      if (a <= 0.0005) {
        store<u64>(p, 0)
        store<i32>(note, 0, 8)
        continue
      }
      const k: f32 = a * 8192
      const n = hash(i, j, layer)
      store<u16>(p, <u16>least(most(ink.r * k + n, 0), 32767))
      store<u16>(p, <u16>least(most(ink.g * k + n, 0), 32767), 2)
      store<u16>(p, <u16>least(most(ink.b * k + n, 0), 32767), 4)
      store<u16>(p, <u16>(k + 0.5), 6)
      if (load<i32>(note) > i) store<i32>(note, i)
      store<i32>(note, i, 4)
      if (a < 0.9995) store<i32>(note, 0, 8)
      else if (mask && hides) store<u8>(seen, 1)
    }
  }
}
