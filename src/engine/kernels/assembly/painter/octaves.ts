import { least, most } from './curve'
import { noise } from './noise'

const KX: i32 = 0x27d4eb2d
const KY: i32 = 0x165667b1

function scramble(h: v128): v128 {
  h = v128.xor(h, i32x4.shr_u(h, 15))
  h = i32x4.mul(h, i32x4.splat(0x2c1b3c6d))
  h = v128.xor(h, i32x4.shr_u(h, 12))
  h = i32x4.mul(h, i32x4.splat(0x297a2d39))
  h = v128.xor(h, i32x4.shr_u(h, 15))
  return f32x4.convert_i32x4_s(i32x4.shr_u(h, 8))
}

function fade(t: v128): v128 {
  const p = f32x4.add(
    f32x4.mul(t, f32x4.sub(f32x4.mul(t, f32x4.splat(6)), f32x4.splat(15))),
    f32x4.splat(10),
  )
  return f32x4.mul(f32x4.mul(f32x4.mul(t, t), t), p)
}

/** Value noise of four points at once, each with its own seed. */
export function quad(xs: v128, ys: v128, seeds: v128): v128 {
  const fx = f32x4.floor(xs)
  const fy = f32x4.floor(ys)
  const u = fade(f32x4.sub(xs, fx))
  const v = fade(f32x4.sub(ys, fy))
  const base = i32x4.add(
    i32x4.add(
      i32x4.mul(i32x4.trunc_sat_f32x4_s(fx), i32x4.splat(KX)),
      i32x4.mul(i32x4.trunc_sat_f32x4_s(fy), i32x4.splat(KY)),
    ),
    i32x4.mul(seeds, i32x4.splat(0x3c6ef372)),
  )
  const h00 = scramble(base)
  const h10 = scramble(i32x4.add(base, i32x4.splat(KX)))
  const h01 = scramble(i32x4.add(base, i32x4.splat(KY)))
  const h11 = scramble(i32x4.add(base, i32x4.splat(KX + KY)))
  const a = f32x4.add(h00, f32x4.mul(f32x4.sub(h10, h00), u))
  const b = f32x4.add(h01, f32x4.mul(f32x4.sub(h11, h01), u))
  return f32x4.mul(f32x4.add(a, f32x4.mul(f32x4.sub(b, a), v)), f32x4.splat(5.9604645e-8))
}

class next {
  static x: f32 = 0
  static y: f32 = 0
}

/** The value noise of four octaves at once, one a lane; leaves the place of the fifth in `next`. */
function four(x: f32, y: f32, seed: i32): v128 {
  const x1: f32 = x * 1.62 + y * 1.18 + 7.3
  const y1: f32 = y * 1.62 - x * 1.18 + 3.1
  const x2: f32 = x1 * 1.62 + y1 * 1.18 + 7.3
  const y2: f32 = y1 * 1.62 - x1 * 1.18 + 3.1
  const x3: f32 = x2 * 1.62 + y2 * 1.18 + 7.3
  const y3: f32 = y2 * 1.62 - x2 * 1.18 + 3.1
  next.x = x3 * 1.62 + y3 * 1.18 + 7.3
  next.y = y3 * 1.62 - x3 * 1.18 + 3.1
  let xs = f32x4.splat(x)
  xs = f32x4.replace_lane(xs, 1, x1)
  xs = f32x4.replace_lane(xs, 2, x2)
  xs = f32x4.replace_lane(xs, 3, x3)
  let ys = f32x4.splat(y)
  ys = f32x4.replace_lane(ys, 1, y1)
  ys = f32x4.replace_lane(ys, 2, y2)
  ys = f32x4.replace_lane(ys, 3, y3)
  return quad(xs, ys, i32x4.add(i32x4.splat(seed), i32x4(0, 1, 2, 3)))
}

/** Fractal noise, about 0..1, mean 0.5. */
export function fbm(x: f32, y: f32, octaves: i32, seed: i32): f32 {
  const n = four(x, y, seed)
  let sum: f32 =
    f32x4.extract_lane(n, 0) * 0.5 +
    f32x4.extract_lane(n, 1) * 0.25 +
    f32x4.extract_lane(n, 2) * 0.125
  let total: f32 = 0.875
  if (octaves < 3) return (sum - f32x4.extract_lane(n, 2) * 0.125) / 0.75
  let amplitude: f32 = 0.0625
  if (octaves > 3) {
    sum += f32x4.extract_lane(n, 3) * amplitude
    total += amplitude
  }
  for (let i = 4; i < octaves; i++) {
    amplitude *= 0.5
    sum += amplitude * noise(next.x, next.y, seed + i)
    total += amplitude
    const nx: f32 = next.x * 1.62 + next.y * 1.18 + 7.3
    next.y = next.y * 1.62 - next.x * 1.18 + 3.1
    next.x = nx
  }
  return sum / total
}

function weigh(n: f32): f32 {
  return least(most(n * 1.6, 0.15), 1)
}

/** Fractal noise with sharp crests, 0..1; four octaves or five. */
export function ridged(x: f32, y: f32, octaves: i32, seed: i32): f32 {
  const one = f32x4.splat(1)
  const raw = four(x, y, seed)
  const folded = f32x4.sub(one, f32x4.abs(f32x4.sub(f32x4.add(raw, raw), one)))
  const n = f32x4.mul(folded, folded)
  const a = f32x4.extract_lane(n, 0)
  const b = f32x4.extract_lane(n, 1)
  const c = f32x4.extract_lane(n, 2)
  const d = f32x4.extract_lane(n, 3)
  const sum: f32 = 0.5 * a + 0.25 * b * weigh(a) + 0.125 * c * weigh(b) + 0.0625 * d * weigh(c)
  if (octaves < 5) return sum / 0.9375
  let last: f32 = 1 - abs<f32>(noise(next.x, next.y, seed + 4) * 2 - 1)
  last *= last
  return (sum + 0.03125 * last * weigh(d)) / 0.96875
}
