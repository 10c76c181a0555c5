import { Field, look, mix, told } from './look'

/** A picture of packed bytes (Y, U, V, 255) that repeats in a mirror beyond its edges. */
class texture {
  static at: usize = 0
  static w: i32 = 0
  static h: i32 = 0
}

function mirrored(i: i32, size: i32): i32 {
  const turn = 2 * size
  let k = i % turn
  if (k < 0) k += turn
  return k < size ? k : turn - 1 - k
}

function texel(x: i32, y: i32): v128 {
  const p = texture.at + ((<usize>(y * texture.w + x)) << 2)
  const bytes = v128.load32_zero(p)
  const words = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(bytes))
  return f32x4.convert_i32x4_s(words)
}

function textureAt(x: f32, y: f32): v128 {
  const fx = Mathf.floor(x)
  const fy = Mathf.floor(y)
  const i = <i32>fx
  const j = <i32>fy
  const grey = f32x4(0, 128, 128, 0)
  if (i >= 0 && j >= 0 && i < texture.w - 1 && j < texture.h - 1) {
    const p = texture.at + ((<usize>(j * texture.w + i)) << 2)
    const top = i16x8.extend_low_i8x16_u(v128.load64_zero(p))
    const low = i16x8.extend_low_i8x16_u(v128.load64_zero(p + ((<usize>texture.w) << 2)))
    const a = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(top))
    const b = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(top))
    const c = f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_u(low))
    const d = f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_u(low))
    return f32x4.sub(mix(mix(a, b, x - fx), mix(c, d, x - fx), y - fy), grey)
  }
  const i0 = mirrored(i, texture.w)
  const i1 = mirrored(i + 1, texture.w)
  const j0 = mirrored(j, texture.h)
  const j1 = mirrored(j + 1, texture.h)
  const a = mix(texel(i0, j0), texel(i1, j0), x - fx)
  const b = mix(texel(i0, j1), texel(i1, j1), x - fx)
  return f32x4.sub(mix(a, b, y - fy), grey)
}

/** A whole I420 picture at a place between its pixels. */
function pictureAt(i420: usize, w: i32, h: i32, x: f32, y: f32): v128 {
  const px = min<f32>(<f32>(w - 1), max<f32>(0, x))
  const py = min<f32>(<f32>(h - 1), max<f32>(0, y))
  const i = min<i32>(<i32>px, w - 2)
  const j = min<i32>(<i32>py, h - 2)
  const tx = px - <f32>i
  const ty = py - <f32>j
  const p = i420 + <usize>(j * w + i)
  const a: f32 = <f32>load<u8>(p) + (<f32>load<u8>(p, 1) - <f32>load<u8>(p)) * tx
  const q = p + <usize>w
  const b: f32 = <f32>load<u8>(q) + (<f32>load<u8>(q, 1) - <f32>load<u8>(q)) * tx
  const cw = w >> 1
  const u = i420 + <usize>(w * h + ((<i32>py) >> 1) * cw + ((<i32>px) >> 1))
  const v = u + <usize>(cw * (h >> 1))
  return f32x4(a + (b - a) * ty, <f32>load<u8>(u) - 128, <f32>load<u8>(v) - 128, 0)
}

/** One number of the noise tile's pixel, at its byte 0, 4, 8 or 12. */
function noiseOf(tile: usize, x: i32, y: i32, byte: usize): f32 {
  return load<f32>(tile + ((<usize>(((y & 255) << 8) | (x & 255))) << 4) + byte)
}

/** Vertical step of a bilinear enlargement: one row between two rows of a sheet. */
function rowOf(sheet: usize, w: i32, h: i32, y: f32, row: usize): void {
  const at = min<f32>(<f32>(h - 1), max<f32>(0, y))
  const j = min<i32>(<i32>at, max<i32>(0, h - 2))
  const t = at - <f32>j
  const a = sheet + ((<usize>(j * w)) << 4)
  const b = h > 1 ? a + ((<usize>w) << 4) : a
  for (let i = 0; i < w; i++) {
    const k = (<usize>i) << 4
    v128.store(row + k, mix(v128.load(a + k), v128.load(b + k), t))
  }
  v128.store(row + ((<usize>w) << 4), v128.load(row + ((<usize>(w - 1)) << 4)))
}

/** The two displacements of the guides (fractions of the frame) between the maps' own pixels. */
function driftAt(maps: usize, mw: i32, mh: i32, x: f32, y: f32): v128 {
  const px = min<f32>(<f32>(mw - 1), max<f32>(0, x * <f32>mw - 0.5))
  const py = min<f32>(<f32>(mh - 1), max<f32>(0, y * <f32>mh - 0.5))
  const i = min<i32>(<i32>px, mw - 2)
  const j = min<i32>(<i32>py, mh - 2)
  const p = maps + ((<usize>((3 * mh + j) * mw + i)) << 4)
  const q = p + ((<usize>mw) << 4)
  const tx = px - <f32>i
  const a = mix(v128.load(p), v128.load(p, 16), tx)
  return mix(a, mix(v128.load(q), v128.load(q, 16), tx), py - <f32>j)
}

/** The nearest whole number of 0 … 255: at 2²³ a step of f32 is one. */
function byte(v: f32, low: f32, high: f32): i32 {
  return reinterpret<i32>(min<f32>(high, max<f32>(low, v)) + 8388608) & 255
}

/** Where each pixel of a row lies between two of the sheet: byte offset and share, packed. */
function placesOf(width: i32, inverse: f32, last: f32, places: usize): void {
  for (let x = 0; x < width; x++) {
    const sx = min<f32>(last, max<f32>(0, (<f32>x + 0.5) * inverse - 0.5))
    const i = <i32>sx
    const p = places + ((<usize>x) << 3)
    store<i32>(p, i << 4)
    store<f32>(p, sx - <f32>i, 4)
  }
}

/**
 * The picture at full size: the composed sheet enlarged, the source's fine detail put back as far
 * as it is worth, the new picture behind, guides dissolved in, paper and grain last. `rows` is
 * room for two rows of the sheet, one of chroma sums and one of places.
 */
export function finish(
  settings: usize,
  i420: usize,
  width: i32,
  height: i32,
  front: usize,
  behind: usize,
  w: i32,
  h: i32,
  step: i32,
  rows: usize,
  picture: usize,
  pictureW: i32,
  pictureH: i32,
  overscan: f32,
  maps: usize,
  mw: i32,
  mh: i32,
  guideA: usize,
  guideB: usize,
  tile: usize,
  unit: f32,
  output: usize,
): void {
  look.at = settings
  texture.at = picture
  texture.w = pictureW
  texture.h = pictureH
  const hasPicture = picture != 0
  const wA = told(Field.guideA)
  const wB = told(Field.guideB)
  const guided = wA + wB > 0
  const paper = told(Field.paper)
  const grain = told(Field.grain)
  const all = told(Field.share)
  const sourceU = i420 + <usize>(width * height)
  const sourceV = sourceU + <usize>((width >> 1) * (height >> 1))
  const grainAt = <i32>told(Field.grainAt)
  const rowB = rows + ((<usize>(w + 1)) << 4)
  const sums = rowB + ((<usize>(w + 1)) << 4)
  const cw = width >> 1
  const planeU = output + <usize>(width * height)
  const planeV = planeU + <usize>(cw * (height >> 1))
  const inverse: f32 = 1 / <f32>step
  const across: f32 = <f32>pictureW / overscan
  const down: f32 = <f32>pictureH / overscan
  const places = sums + ((<usize>cw) << 4)
  placesOf(width, inverse, <f32>(w - 1), places)
  const perWidth: f32 = 1 / <f32>width
  for (let y = 0; y < height; y++) {
    const sy: f32 = (<f32>y + 0.5) * inverse - 0.5
    rowOf(front, w, h, sy, rows)
    rowOf(behind, w, h, sy, rowB)
    const fy: f32 = (<f32>y + 0.5) / <f32>height
    const source = i420 + <usize>(y * width)
    const target = output + <usize>(y * width)
    const odd = (y & 1) == 1
    for (let x = 0; x < width; x++) {
      const place = places + ((<usize>x) << 3)
      const k = <usize>load<i32>(place)
      const t = load<f32>(place, 4)
      const a = mix(v128.load(rows + k), v128.load(rows + k, 16), t)
      const b = mix(v128.load(rowB + k), v128.load(rowB + k, 16), t)
      const fine =
        f32x4.extract_lane(a, 3) * (<f32>load<u8>(source + <usize>x) - f32x4.extract_lane(b, 0))
      let c = f32x4.add(a, f32x4(fine, 0, 0, 0))
      const fx: f32 = (<f32>x + 0.5) * perWidth
      const share = f32x4.extract_lane(b, 1)
      if (hasPicture && share > 0.004) {
        const u = (fx - 0.5 + f32x4.extract_lane(b, 2)) * across + 0.5 * <f32>pictureW - 0.5
        const v = (fy - 0.5 + f32x4.extract_lane(b, 3)) * down + 0.5 * <f32>pictureH - 0.5
        c = f32x4.add(c, f32x4.mul(textureAt(u, v), f32x4.splat(share)))
      }
      if (paper > 0 || grain > 0) {
        const n = <i32>(<f32>x * unit)
        const m = <i32>(<f32>y * unit)
        let rough: f32 = 0
        if (paper > 0) rough = paper * (noiseOf(tile, n, m, 12) - 0.5)
        if (grain > 0) {
          rough += grain * (noiseOf(tile, n + grainAt, m + grainAt * 7, 0) - 0.5)
        }
        c = f32x4.add(c, f32x4(rough, 0, 0, 0))
      }
      if (all < 1) {
        const at = <usize>((y >> 1) * cw + (x >> 1))
        const own = f32x4(
          <f32>load<u8>(source + <usize>x),
          <f32>load<u8>(sourceU + at) - 128,
          <f32>load<u8>(sourceV + at) - 128,
          0,
        )
        c = mix(own, c, all)
      }
      if (guided) {
        const drift = driftAt(maps, mw, mh, fx, fy)
        c = f32x4.mul(c, f32x4.splat(1 - wA - wB))
        if (wA > 0) {
          const gx = <f32>x + f32x4.extract_lane(drift, 0) * <f32>width
          const gy = <f32>y + f32x4.extract_lane(drift, 1) * <f32>height
          const g = pictureAt(guideA, width, height, gx, gy)
          c = f32x4.add(c, f32x4.mul(g, f32x4.splat(wA)))
        }
        if (wB > 0) {
          const gx = <f32>x + f32x4.extract_lane(drift, 2) * <f32>width
          const gy = <f32>y + f32x4.extract_lane(drift, 3) * <f32>height
          const g = pictureAt(guideB, width, height, gx, gy)
          c = f32x4.add(c, f32x4.mul(g, f32x4.splat(wB)))
        }
      }
      store<u8>(target + <usize>x, byte(f32x4.extract_lane(c, 0), 16, 235))
      const s = sums + ((<usize>(x >> 1)) << 4)
      const first = !odd && (x & 1) == 0
      v128.store(s, first ? c : f32x4.add(v128.load(s), c))
    }
    if (!odd) continue
    const to = <usize>((y >> 1) * cw)
    for (let x = 0; x < cw; x++) {
      const c = v128.load(sums + ((<usize>x) << 4))
      store<u8>(planeU + to + <usize>x, byte(f32x4.extract_lane(c, 1) * 0.25 + 128, 16, 240))
      store<u8>(planeV + to + <usize>x, byte(f32x4.extract_lane(c, 2) * 0.25 + 128, 16, 240))
    }
  }
}
