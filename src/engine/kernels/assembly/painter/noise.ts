import { least, most } from './curve'
const KX: i32 = 0x27d4eb2d
const KY: i32 = 0x165667b1

export function scramble(h: v128): v128 {
  h = v128.xor(h, i32x4.shr_u(h, 15))
  h = i32x4.mul(h, i32x4.splat(0x2c1b3c6d))
  h = v128.xor(h, i32x4.shr_u(h, 12))
  h = i32x4.mul(h, i32x4.splat(0x297a2d39))
  return v128.xor(h, i32x4.shr_u(h, 15))
}

/** Uniform 0..1 from two lattice indices. */
export function hash(x: i32, y: i32, seed: i32): f32 {
  let h = x * KX + y * KY + seed * 0x3c6ef372
  h ^= h >>> 15
  h *= 0x2c1b3c6d
  h ^= h >>> 12
  h *= 0x297a2d39
  h ^= h >>> 15
  return <f32>(h >>> 8) * 5.9604645e-8
}

/** Value noise, 0..1, one bump per unit; the four corners are hashed in one vector. */
export function noise(x: f32, y: f32, seed: i32): f32 {
  const fx = floor<f32>(x)
  const fy = floor<f32>(y)
  let u: f32 = x - fx
  let v: f32 = y - fy
  u = u * u * u * (u * (u * 6 - 15) + 10)
  v = v * v * v * (v * (v * 6 - 15) + 10)
  const base = <i32>fx * KX + <i32>fy * KY + seed * 0x3c6ef372
  const h = scramble(i32x4.add(i32x4.splat(base), i32x4(0, KX, KY, KX + KY)))
  const f = f32x4.convert_i32x4_s(i32x4.shr_u(h, 8))
  const a: f32 = 1 - u
  const b: f32 = 1 - v
  const p = f32x4.mul(f, f32x4(a * b, u * b, a * v, u * v))
  return (
    (f32x4.extract_lane(p, 0) +
      f32x4.extract_lane(p, 1) +
      f32x4.extract_lane(p, 2) +
      f32x4.extract_lane(p, 3)) *
    5.9604645e-8
  )
}

/** Fractal noise, about 0..1, mean 0.5. */
export function fbm(x: f32, y: f32, octaves: i32, seed: i32): f32 {
  let sum: f32 = 0
  let amplitude: f32 = 0.5
  let total: f32 = 0
  for (let i = 0; i < octaves; i++) {
    sum += amplitude * noise(x, y, seed + i)
    total += amplitude
    amplitude *= 0.5
    const nx: f32 = x * 1.62 + y * 1.18 + 7.3
    y = y * 1.62 - x * 1.18 + 3.1
    x = nx
  }
  return sum / total
}

/** Fractal noise with sharp crests, 0..1. */
export function ridged(x: f32, y: f32, octaves: i32, seed: i32): f32 {
  let sum: f32 = 0
  let amplitude: f32 = 0.5
  let total: f32 = 0
  let weight: f32 = 1
  for (let i = 0; i < octaves; i++) {
    let n: f32 = 1 - abs<f32>(noise(x, y, seed + i) * 2 - 1)
    n *= n
    sum += amplitude * n * weight
    total += amplitude
    weight = least(most(n * 1.6, 0.15), 1)
    amplitude *= 0.5
    const nx: f32 = x * 1.62 + y * 1.18 + 7.3
    y = y * 1.62 - x * 1.18 + 3.1
    x = nx
  }
  return sum / total
}
