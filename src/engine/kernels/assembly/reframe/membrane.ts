import { distanceAcross, distanceDown, plane } from './plane'
import { dither } from './dither'

/**
 * What the source has more than the fill along the four sides of its rectangle (above, right,
 * below, left): for each a row of levels, every level as an f32 pointer and its length (i32).
 */
class rim {
  static table: usize = 0
  static last: i32 = 0
  /** Level and strength for each whole distance, f32. */
  static levels: usize = 0
  static strength: usize = 0
  static reach: f32 = 0
}

export function setRim(table: usize, count: i32, levels: usize, strength: usize, reach: f32): void {
  rim.table = table
  rim.last = count - 1
  rim.levels = levels
  rim.strength = strength
  rim.reach = reach
}

/** The difference of a side at a place along it, as soft as the level. */
function along(side: i32, level: i32, at: f32): f32 {
  const entry = rim.table + <usize>((side * (rim.last + 1) + level) << 3)
  const values = <usize>load<i32>(entry)
  const count = load<i32>(entry, 4)
  const x: f32 = min<f32>(max<f32>((at + 0.5) / <f32>(1 << level) - 0.5, 0), <f32>(count - 1))
  const i = min<i32>(<i32>x, max<i32>(count - 2, 0))
  const p = values + ((<usize>i) << 2)
  const a = load<f32>(p)
  return count < 2 ? a : a + (load<f32>(p, 4) - a) * (x - <f32>i)
}

function soft(side: i32, level: f32, at: f32): f32 {
  const lower = min<i32>(<i32>level, rim.last)
  const a = along(side, lower, at)
  const t: f32 = level - <f32>lower
  if (t < 0.01 || lower == rim.last) return a
  return a + (along(side, lower + 1, at) - a) * t
}

function correct(row: usize, x: i32, y: i32): void {
  const dx = distanceAcross(x)
  const dy = distanceDown(y)
  const d: f32 = sqrt<f32>(dx * dx + dy * dy)
  if (d >= rim.reach) return
  const far = (<usize>d) << 2
  const level = load<f32>(rim.levels + far)
  const flat: f32 = dy > 0 ? soft(y < plane.y0 ? 0 : 2, level, <f32>(x - plane.x0)) : 0
  const tall: f32 = dx > 0 ? soft(x < plane.x0 ? 3 : 1, level, <f32>(y - plane.y0)) : 0
  const share: f32 = (dx * dx) / (d * d + 1e-9)
  const more: f32 = (flat + (tall - flat) * share) * load<f32>(rim.strength + far)
  const p = row + <usize>x
  store<u8>(p, <u8>min<f32>(max<f32>(<f32>load<u8>(p) + more + dither(x, y), 0), 255))
}

/** Carries the difference at the rectangle's border outwards over the plane's fill. */
export function membraneRows(target: usize, row0: i32, row1: i32): void {
  if (plane.x0 >= plane.x1 || plane.y0 >= plane.y1) return
  for (let y = row0; y < row1; y++) {
    if (distanceDown(y) >= rim.reach) continue
    const row = target + <usize>(y * plane.width)
    const inside = y >= plane.y0 && y < plane.y1
    const left = inside ? plane.x0 : plane.width
    for (let x = 0; x < left; x++) correct(row, x, y)
    if (!inside) continue
    for (let x = plane.x1; x < plane.width; x++) correct(row, x, y)
  }
}
