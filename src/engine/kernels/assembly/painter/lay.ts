import { real, word } from './layer'
import { blend, q15, storePair } from './pixel'

/** How a row of texels meets the frame. */
export class style {
  static mode: i32 = 0
  static more: v128 = i16x8.splat(0)
}

const OVER: i32 = 0
const ADD: i32 = 1
const COPY: i32 = 2

export function choose(table: usize, k: i32, base: bool): void {
  const gain = real(table, k, 17)
  style.mode = base ? COPY : word(table, k, 18)
  style.more = gain == 1 ? i16x8.splat(0) : q15(gain - 1)
}

/** Texels left (low half) and right (high half) of two pixels, mixed by fx: both pixels. */
export function across(c: v128, d: v128, fx: v128): v128 {
  return blend(v128.shuffle<i64>(c, d, 0, 2), v128.shuffle<i64>(c, d, 1, 3), fx)
}

export function lay(target: usize, texels: v128, mode: i32, more: v128, both: bool): void {
  if (mode == COPY) {
    storePair(target, texels, both)
    return
  }
  if (!v128.any_true(texels)) return
  const c = i16x8.add_sat_s(texels, i16x8.q15mulr_sat_s(texels, more))
  const t = v128.load(target)
  if (mode == ADD) {
    storePair(target, i16x8.add_sat_s(t, c), both)
    return
  }
  const a = v128.shuffle<i16>(c, c, 3, 3, 3, 3, 7, 7, 7, 7)
  const b = i16x8.add_sat_s(a, a)
  const rest = i16x8.sub(t, i16x8.q15mulr_sat_s(t, i16x8.add_sat_s(b, b)))
  storePair(target, i16x8.add_sat_s(c, rest), both)
}

/** Lays pixels x0…x1 of a row whose texels are as large as pixels: one shift for all. */
export function slide(row: usize, p0: usize, p1: usize, x0: i32, x1: i32, at: i32, vy: v128): void {
  const mode = style.mode
  const more = style.more
  const fx = (at & 0xffff) >> 1
  const vx = i16x8.splat(<i16>fx)
  const whole = fx == 0 && !v128.any_true(vy)
  let o = (<usize>(at >> 16)) << 3
  let target = row + ((<usize>x0) << 3)
  for (let i = x0; i <= x1; i += 2) {
    let c = v128.load(p0 + o)
    if (!whole) {
      c = blend(c, v128.load(p1 + o), vy)
      c = blend(c, blend(v128.load(p0 + o, 8), v128.load(p1 + o, 8), vy), vx)
    }
    lay(target, c, mode, more, i < x1)
    o += 16
    target += 16
  }
}

/** Lays pixels x0…x1 of a row at any scale; texels outside 0…end repeat the edge. */
export function stretch(
  row: usize,
  p0: usize,
  p1: usize,
  x0: i32,
  x1: i32,
  at: i32,
  stride: i32,
  end: i32,
  vy: v128,
): void {
  const mode = style.mode
  const more = style.more
  const low = i64x2(-1, 0)
  for (let i = x0; i <= x1; i += 2) {
    const t = max<i32>(min<i32>(at, end), 0)
    const u = max<i32>(min<i32>(at + stride, end), 0)
    const o = (<usize>(t >> 16)) << 3
    const n = (<usize>(u >> 16)) << 3
    const c = blend(v128.load(p0 + o), v128.load(p1 + o), vy)
    const d = blend(v128.load(p0 + n), v128.load(p1 + n), vy)
    const fx = v128.bitselect(
      i16x8.splat(<i16>((t & 0xffff) >> 1)),
      i16x8.splat(<i16>((u & 0xffff) >> 1)),
      low,
    )
    lay(row + ((<usize>i) << 3), across(c, d, fx), mode, more, i < x1)
    at += stride * 2
  }
}
