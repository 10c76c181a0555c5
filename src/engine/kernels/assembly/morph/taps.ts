/** Catmull-Rom weights of 64 places between two pixels, 128 is one: 64 × 4 rows of 4, then 64 × 4. */
export function buildTaps(target: usize): void {
  for (let n = 0; n < 64; n++) {
    const f: f64 = <f64>n / 64
    const a = <i32>Math.round(128 * (((2 - f) * f - 1) * f * 0.5))
    const c = <i32>Math.round(128 * (((4 - 3 * f) * f + 1) * f * 0.5))
    const d = <i32>Math.round(128 * ((f - 1) * f * f * 0.5))
    const b = 128 - a - c - d
    put(target, n, 0, a)
    put(target, n, 1, b)
    put(target, n, 2, c)
    put(target, n, 3, d)
  }
}

function put(target: usize, n: i32, k: i32, weight: i32): void {
  const down = target + ((<usize>(n * 4 + k)) << 3)
  for (let lane: usize = 0; lane < 4; lane++) store<i16>(down + lane * 2, <i16>weight)
  store<i16>(target + 2048 + ((<usize>(n * 4 + k)) << 1), <i16>weight)
}
