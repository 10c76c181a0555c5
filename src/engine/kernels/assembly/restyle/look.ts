/** The numbers of one frame's look; the order is the host's `lookFields`. */
export class look {
  static at: usize = 0
}

export const enum Field {
  paint,
  flatten,
  relief,
  relight,
  lightX,
  lightY,
  fog,
  fogY,
  fogU,
  fogV,
  sky,
  skyHighY,
  skyHighU,
  skyHighV,
  skyLowY,
  skyLowU,
  skyLowV,
  stars,
  cover,
  coverY,
  coverU,
  coverV,
  render,
  layers,
  protectPaint,
  protectRender,
  shade,
  ink,
  inkY,
  inkU,
  inkV,
  glow,
  glowY,
  glowU,
  glowV,
  warp,
  haze,
  vignette,
  paper,
  grain,
  grainAt,
  guideA,
  guideB,
  cells,
  driftX,
  driftY,
  share,
  border,
  bloom,
  flakes,
  rain,
  time,
}

export function told(field: Field): f32 {
  return load<f32>(look.at + ((<usize>field) << 2))
}

export function colour(field: Field): v128 {
  const p = look.at + ((<usize>field) << 2)
  return f32x4(load<f32>(p), load<f32>(p, 4), load<f32>(p, 8), 0)
}

export function clamp01(v: f32): f32 {
  return min<f32>(1, max<f32>(0, v))
}

export function smooth(a: f32, b: f32, v: f32): f32 {
  const t = clamp01((v - a) / (b - a))
  return t * t * (3 - 2 * t)
}

export function mix(a: v128, b: v128, t: f32): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), f32x4.splat(t)))
}

/** A pixel of the noise tile (fine, middle, coarse, paper), 256 × 256, each 0 … 1. */
export function noiseAt(tile: usize, x: i32, y: i32): v128 {
  return v128.load(tile + ((<usize>(((y & 255) << 8) | (x & 255))) << 4))
}
