import { distanceAcross, distanceDown, placeAcross, placeDown, plane } from './plane'
import { dither } from './dither'

/** The source's pyramid: for each level its bytes, width and height (i32). */
class pyramid {
  static table: usize = 0
  static last: i32 = 0
  /** Level for each whole distance, f32. */
  static levels: usize = 0
  /** The same in pixels of the plane: 0 is as sharp as they are. */
  static softness: usize = 0
  /** How far the fill has become what the words ask for, 0…1, for each whole distance, f32. */
  static turned: usize = 0
  /** For each row what the words make of a value: gain and offset, f32; 0: a scene stands there. */
  static grade: usize = 0
}

export function setPyramid(
  table: usize,
  count: i32,
  levels: usize,
  softness: usize,
  turned: usize,
  grade: usize,
): void {
  pyramid.table = table
  pyramid.last = count - 1
  pyramid.levels = levels
  pyramid.softness = softness
  pyramid.turned = turned
  pyramid.grade = grade
}

/** The value of one level at a place of the source, 0…255. */
function sample(level: i32, sx: f32, sy: f32): f32 {
  const entry = pyramid.table + <usize>(level * 12)
  const bytes = <usize>load<i32>(entry)
  const w = load<i32>(entry, 4)
  const h = load<i32>(entry, 8)
  const k: f32 = 1 / <f32>(1 << level)
  const x: f32 = max<f32>((sx + 0.5) * k - 0.5, 0)
  const y: f32 = max<f32>((sy + 0.5) * k - 0.5, 0)
  const ix = min<i32>(<i32>x, w - 1)
  const iy = min<i32>(<i32>y, h - 1)
  const right = <usize>(ix < w - 1 ? 1 : 0)
  const below = <usize>(iy < h - 1 ? w : 0)
  const fx: f32 = x - <f32>ix
  const fy: f32 = y - <f32>iy
  const p = bytes + <usize>(iy * w + ix)
  const a = <f32>load<u8>(p)
  const b = <f32>load<u8>(p + right)
  const c = <f32>load<u8>(p + below)
  const d = <f32>load<u8>(p + below + right)
  const top: f32 = a + (b - a) * fx
  return top + (c + (d - c) * fx - top) * fy
}

/** Of the value last made: how soft it is (beyond four pixels neighbours lie on a line), how turned. */
let softness: f32 = 0
let turned: f32 = 0

function value(x: i32, y: i32): f32 {
  const dx = distanceAcross(x)
  const dy = distanceDown(y)
  const far = (<usize>sqrt<f32>(dx * dx + dy * dy)) << 2
  turned = load<f32>(pyramid.turned + far)
  softness = load<f32>(pyramid.softness + far)
  if (turned > 0.999 && !pyramid.grade) return 0
  const level = load<f32>(pyramid.levels + far)
  const lower = min<i32>(<i32>level, pyramid.last)
  const sx = placeAcross(x)
  const sy = placeDown(y)
  let v = sample(lower, sx, sy)
  const t: f32 = level - <f32>lower
  if (t > 0.01 && lower < pyramid.last) v += (sample(lower + 1, sx, sy) - v) * t
  if (turned > 0 && pyramid.grade) {
    const row = pyramid.grade + ((<usize>y) << 3)
    v += (v * load<f32>(row) + load<f32>(row, 4) - v) * turned
  }
  return v
}

/** Without a grade the value gives way to what the plane already shows. */
function put(p: usize, v: f32, share: f32, x: i32, y: i32): void {
  if (!pyramid.grade) v += (<f32>load<u8>(p) - v) * share
  store<u8>(p, <u8>min<f32>(max<f32>(v + dither(x, y), 0), 255))
}

function mirrorRun(row: usize, from: i32, to: i32, y: i32): void {
  let x = from
  while (x < to) {
    const v = value(x, y)
    const share = turned
    put(row + <usize>x, v, share, x, y)
    const step = softness > 2.5 ? 8 : softness > 1.5 ? 4 : 1
    const stop = min<i32>(x + step, to)
    if (step > 1 && stop - x > 1) {
      const rise: f32 = (value(stop - 1, y) - v) / <f32>(stop - 1 - x)
      const more: f32 = (turned - share) / <f32>(stop - 1 - x)
      for (let n = x + 1; n < stop; n++) {
        const k = <f32>(n - x)
        put(row + <usize>n, v + rise * k, share + more * k, n, y)
      }
    }
    x = stop
  }
}

/** Fills what the source leaves of the plane's rows with its mirrored, softening surroundings. */
export function mirrorRows(target: usize, row0: i32, row1: i32): void {
  for (let y = row0; y < row1; y++) {
    const row = target + <usize>(y * plane.width)
    if (y < plane.y0 || y >= plane.y1 || plane.x0 >= plane.x1) mirrorRun(row, 0, plane.width, y)
    else {
      mirrorRun(row, 0, plane.x0, y)
      mirrorRun(row, plane.x1, plane.width, y)
    }
  }
}
