/** The smaller of two numbers; the machine's own minimum, minding NaN, takes several times as long. */
export function least(a: f32, b: f32): f32 {
  return a < b ? a : b
}

export function most(a: f32, b: f32): f32 {
  return a > b ? a : b
}

export function clamp01(x: f32): f32 {
  return least(most(x, 0), 1)
}

export function mix(a: f32, b: f32, t: f32): f32 {
  return a + (b - a) * t
}

export function smooth(a: f32, b: f32, x: f32): f32 {
  const t = clamp01((x - a) / (b - a))
  return t * t * (3 - 2 * t)
}

/** Sine, radians, absolute error below 0.002. */
export function sine(x: f32): f32 {
  let t: f32 = x * 0.15915494
  t -= floor<f32>(t + 0.5)
  const y: f32 = 8 * t - 16 * t * abs<f32>(t)
  return 0.225 * (y * abs<f32>(y) - y) + y
}

export function cosine(x: f32): f32 {
  return sine(x + 1.5707964)
}

/** e to the x, relative error below 0.003; flushes to 0 under -80. */
export function expo(x: f32): f32 {
  if (x < -80) return 0
  const t: f32 = least(x, 80) * 1.442695
  const i = floor<f32>(t)
  const f: f32 = t - i
  const m: f32 = 1 + f * (0.6951786 + f * (0.2274184 + f * 0.077403))
  return reinterpret<f32>((<i32>i + 127) << 23) * m
}

/** e to the -x². */
export function bell(x: f32): f32 {
  return expo(-x * x)
}

export function fract(x: f32): f32 {
  return x - floor<f32>(x)
}

export function length2(x: f32, y: f32): f32 {
  return sqrt<f32>(x * x + y * y)
}

/** Smooth maximum; k is the width of the blend. */
export function softMax(a: f32, b: f32, k: f32): f32 {
  const h = most(k - abs<f32>(a - b), 0) / k
  return most(a, b) + h * h * k * 0.25
}
