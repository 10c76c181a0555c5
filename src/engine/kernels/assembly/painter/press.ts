import { grade } from './finish'
import { camera, loop } from './layer'
import { scramble } from './noise'
import { scene } from './scene'

const KX: i32 = 0x27d4eb2d
const KY: i32 = 0x165667b1
const KZ: i32 = 0x3c6ef372

/** Even noise of 1…126 for eight places from (i, j) on, the same for every run. */
function speckled(i: i32, j: i32): v128 {
  const turn = loop.period > 0 ? 0 : camera.frame * 40503
  const ramp = i16x8(0, -16065, -32130, 17341, 1276, -14789, -30854, 18617)
  const t = i16x8.add(i16x8.splat(<i16>(i * 49471 + j * 37345 + turn)), ramp)
  const n = i16x8.shr_u(t, 9)
  return i16x8.min_s(i16x8.max_s(n, i16x8.splat(1)), i16x8.splat(126))
}

function uniform(h: v128): v128 {
  const n = i32x4.shr_u(scramble(h), 8)
  return f32x4.mul(f32x4.convert_i32x4_s(n), f32x4.splat(5.9604645e-8))
}

/** Adds grain to four values of Y, 128 a code, at (i, j) of the frame. */
function grainy(y: v128, i: i32, j: i32): v128 {
  const one = f32x4.splat(1)
  const fine = i32x4.add(
    i32x4.splat(i * KX + j * KY + camera.frame * KZ),
    i32x4(0, KX, 2 * KX, 3 * KX),
  )
  const at = i32x4.shr_s(i32x4.add(i32x4.splat(i), i32x4(0, 1, 2, 3)), 1)
  const coarse = i32x4.add(
    i32x4.mul(at, i32x4.splat(KX)),
    i32x4.splat((j >> 1) * KY + (camera.frame + 9) * KZ),
  )
  const g = f32x4.sub(f32x4.add(uniform(fine), uniform(coarse)), one)
  const k = f32x4.mul(
    f32x4.convert_i32x4_s(i32x4.sub(y, i32x4.splat(2048))),
    f32x4.splat(3.5674e-5),
  )
  const lit = f32x4.add(
    f32x4.mul(f32x4.mul(k, f32x4.sub(one, k)), f32x4.splat(2.6)),
    f32x4.splat(0.35),
  )
  const depth: f32 = grade.grain * loop.ease * (219.0 / 255.0) * 128
  const n = f32x4.mul(f32x4.mul(g, lit), f32x4.splat(depth))
  return i32x4.add(y, i32x4.trunc_sat_f32x4_s(n))
}

function grained(y: v128, i: i32, j: i32): v128 {
  const a = grainy(i32x4.extend_low_i16x8_s(y), i, j)
  const b = grainy(i32x4.extend_high_i16x8_s(y), i + 4, j)
  return i16x8.narrow_i32x4_s(a, b)
}

function lumaOf(a: v128, b: v128, c: v128, d: v128): v128 {
  const l = v128.shuffle<i16>(a, b, 0, 4, 8, 12, 0, 4, 8, 12)
  const r = v128.shuffle<i16>(c, d, 0, 4, 8, 12, 0, 4, 8, 12)
  return v128.shuffle<i64>(l, r, 0, 2)
}

function quad(a: v128, b: v128): v128 {
  const s = i16x8.add(a, b)
  return i16x8.add(s, v128.shuffle<i64>(s, s, 1, 0))
}

/** Whole codes of eight values of 128 a code. */
function codes(v: v128, most: i16, noise: v128): u64 {
  const c = i16x8.min_s(i16x8.max_s(v, i16x8.splat(2048)), i16x8.splat(most))
  const n = i16x8.shr_u(i16x8.add(c, noise), 7)
  return <u64>i64x2.extract_lane(i8x16.narrow_i16x8_u(n, n), 0)
}

function leave(p: usize, bytes: u64, count: i32): void {
  if (count == 8) {
    store<u64>(p, bytes)
    return
  }
  for (let n = 0; n < count; n++) {
    store<u8>(p + n, <u8>bytes)
    bytes >>= 8
  }
}

/** Presses inked rows into planes Y, U, V of 4:2:0, chroma amid its four pixels; rows are even. */
export function pressRows(
  inks: usize,
  width: i32,
  height: i32,
  row0: i32,
  row1: i32,
  target: usize,
): void {
  const pitch = (<usize>width) << 3
  const uPlane = target + <usize>(width * height)
  const vPlane = uPlane + <usize>((width >> 1) * (height >> 1))
  const grain = grade.grain > 0
  // Grain belongs to the frame, whatever part of it is shown.
  const column = <i32>nearest<f32>(scene.middle - scene.halfW / scene.px)
  const line = <i32>nearest<f32>((scene.viewTop - scene.top) / scene.px)
  for (let j = row0; j < row1; j += 2) {
    let p = inks + <usize>j * pitch
    for (let i = 0; i < width; i += 8) {
      const a0 = v128.load(p)
      const b0 = v128.load(p, 16)
      const c0 = v128.load(p, 32)
      const d0 = v128.load(p, 48)
      const a1 = v128.load(p + pitch)
      const b1 = v128.load(p + pitch, 16)
      const c1 = v128.load(p + pitch, 32)
      const d1 = v128.load(p + pitch, 48)
      let y0 = lumaOf(a0, b0, c0, d0)
      let y1 = lumaOf(a1, b1, c1, d1)
      if (grain) {
        y0 = grained(y0, i - column, j - line)
        y1 = grained(y1, i - column, j + 1 - line)
      }
      const count = min<i32>(width - i, 8)
      const y = target + <usize>(j * width + i)
      leave(y, codes(y0, 30080, speckled(i, j)), count)
      leave(y + <usize>width, codes(y1, 30080, speckled(i, j + 1)), count)
      const ab = v128.shuffle<i16>(quad(a0, a1), quad(b0, b1), 1, 9, 1, 9, 2, 10, 2, 10)
      const cd = v128.shuffle<i16>(quad(c0, c1), quad(d0, d1), 1, 9, 1, 9, 2, 10, 2, 10)
      const uv = codes(v128.shuffle<i32>(ab, cd, 0, 4, 2, 6), 30720, speckled(i + 5, j + 3))
      const o = <usize>((j >> 1) * (width >> 1) + (i >> 1))
      if (count == 8) {
        store<u32>(uPlane + o, <u32>uv)
        store<u32>(vPlane + o, <u32>(uv >> 32))
      } else {
        leave(uPlane + o, uv, count >> 1)
        leave(vPlane + o, uv >> 32, count >> 1)
      }
      p += 64
    }
  }
}
