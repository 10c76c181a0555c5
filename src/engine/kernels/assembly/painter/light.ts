import { most } from './curve'
import { grainAt, grade } from './finish'

/** Tables of halves, the light to show for each number of the frame; one a channel. */
class light {
  static red: usize = 0
  static green: usize = 0
  static blue: usize = 0
}

export function setLight(red: usize, green: usize, blue: usize): void {
  light.red = red
  light.green = green
  light.blue = blue
}

function shown(c: v128, pair: i32): u64 {
  const r = pair ? i16x8.extract_lane_u(c, 4) : i16x8.extract_lane_u(c, 0)
  const g = pair ? i16x8.extract_lane_u(c, 5) : i16x8.extract_lane_u(c, 1)
  const b = pair ? i16x8.extract_lane_u(c, 6) : i16x8.extract_lane_u(c, 2)
  return (
    (<u64>load<u16>(light.red + ((<usize>r) << 1))) |
    ((<u64>load<u16>(light.green + ((<usize>g) << 1))) << 16) |
    ((<u64>load<u16>(light.blue + ((<usize>b) << 1))) << 32)
  )
}

/** Four positive halves times k; exponents of both add up, 2^-112 is the half's own bias. */
function scaled(halves: u64, k: f32): u64 {
  const h = i64x2.splat(<i64>halves)
  const f = f32x4.mul(i32x4.shl(i32x4.extend_low_i16x8_u(h), 13), f32x4.splat(k))
  const top = i32x4.min_s(f, i32x4.splat(0x0f7fe000))
  const bits = i32x4.shr_u(i32x4.add(top, i32x4.splat(0x1000)), 13)
  return <u64>i64x2.extract_lane(i16x8.narrow_i32x4_u(bits, bits), 0)
}

/** Grain of the printed picture, as the change of light that changes the print so. */
function grainy(halves: u64, green: i32, i: i32, j: i32): u64 {
  const code = <i32>load<u16>(grade.green + <usize>(green & -2))
  const print: f32 = most(<f32>code, 1024)
  const k: f32 = most(1 + <f32>grainAt(code, i, j) / print, 0)
  return scaled(halves, k * k)
}

/** Writes the light of a pair of graded pixels, or of its first alone, as halves r, g, b, 0. */
export function lightPair(p: usize, c: v128, i: i32, j: i32, both: bool): void {
  let a = shown(c, 0)
  if (grade.grain > 0) a = grainy(a, i16x8.extract_lane_u(c, 1), i, j)
  store<u64>(p, a)
  if (!both) return
  let b = shown(c, 1)
  if (grade.grain > 0) b = grainy(b, i16x8.extract_lane_u(c, 5), i + 1, j)
  store<u64>(p, b, 8)
}
