/** Noise 0…1 that stands still: rounds soft fill without bands. */
export function dither(x: i32, y: i32): f32 {
  const o: f32 = 0.06711056 * <f32>x + 0.00583715 * <f32>y
  const b: f32 = (o - floor<f32>(o)) * 52.9829189
  return b - floor<f32>(b)
}
