/** Entries along each axis of a colour cube (Y, U, V), Y running fastest. */
const side = 17

function lerp(a: v128, b: v128, t: v128): v128 {
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), t))
}

/**
 * Sends packed pixels through a colour cube of (Y, U, V, slope of Y): what was 0 in the fourth
 * place becomes how much a small step of luma is worth after the grade.
 */
export function grade(source: usize, target: usize, count: i32, cube: usize): void {
  const scale = f32x4(16.0 / 255.0, 16.0 / 255.0, 16.0 / 255.0, 0)
  const shift = f32x4(0, (16.0 * 128.0) / 255.0, (16.0 * 128.0) / 255.0, 0)
  const top = f32x4(15.999, 15.999, 15.999, 0)
  for (let n = 0; n < count; n++) {
    let c = f32x4.add(f32x4.mul(v128.load(source + ((<usize>n) << 4)), scale), shift)
    c = f32x4.max(f32x4.min(c, top), f32x4.splat(0))
    const whole = f32x4.floor(c)
    const part = f32x4.sub(c, whole)
    const at = i32x4.trunc_sat_f32x4_s(whole)
    const i = i32x4.extract_lane(at, 0)
    const j = i32x4.extract_lane(at, 1)
    const k = i32x4.extract_lane(at, 2)
    const p = cube + ((<usize>((k * side + j) * side + i)) << 4)
    const ty = v128.shuffle<f32>(part, part, 0, 0, 0, 0)
    const tu = v128.shuffle<f32>(part, part, 1, 1, 1, 1)
    const tv = v128.shuffle<f32>(part, part, 2, 2, 2, 2)
    const a = lerp(v128.load(p), v128.load(p, 16), ty)
    const b = lerp(v128.load(p, side * 16), v128.load(p, side * 16 + 16), ty)
    const q = p + side * side * 16
    const d = lerp(v128.load(q), v128.load(q, 16), ty)
    const e = lerp(v128.load(q, side * 16), v128.load(q, side * 16 + 16), ty)
    v128.store(target + ((<usize>n) << 4), lerp(lerp(a, b, tu), lerp(d, e, tu), tv))
  }
}
