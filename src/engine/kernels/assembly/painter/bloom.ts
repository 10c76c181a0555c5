import { most } from './curve'
function block(p: usize, width: usize, rows: i32, columns: i32): v128 {
  let sum = i32x4.splat(0)
  for (let y = 0; y < rows; y++) {
    if (columns == 8) {
      const a = i16x8.avgr_u(v128.load(p), v128.load(p, 16))
      const b = i16x8.avgr_u(v128.load(p, 32), v128.load(p, 48))
      const c = i16x8.avgr_u(a, b)
      sum = i32x4.add(sum, i32x4.extend_low_i16x8_s(c))
      sum = i32x4.add(sum, i32x4.extend_high_i16x8_s(c))
    } else {
      for (let x = 0; x < columns; x++) {
        sum = i32x4.add(sum, i32x4.extend_low_i16x8_s(v128.load64_zero(p + ((<usize>x) << 3))))
      }
    }
    p += width << 3
  }
  const n: f32 = <f32>rows * (columns == 8 ? 2 : <f32>columns)
  return f32x4.mul(f32x4.convert_i32x4_s(sum), f32x4.splat(1 / most(n, 1)))
}

/** Averages 8×8 blocks of the frame into the glow picture (rows of the glow picture). */
export function shrinkRows(
  frame: usize,
  width: i32,
  height: i32,
  glow: usize,
  glowW: i32,
  row0: i32,
  row1: i32,
): void {
  for (let j = row0; j < row1; j++) {
    const rows = min<i32>(8, height - j * 8)
    for (let i = 0; i < glowW; i++) {
      const p = frame + ((<usize>(j * 8) * <usize>width + <usize>(i * 8)) << 3)
      v128.store(
        glow + ((<usize>j * <usize>glowW + <usize>i) << 4),
        block(p, width, rows, min<i32>(8, width - i * 8)),
      )
    }
  }
}

function blurLine(p: usize, stride: usize, count: i32, k: f32): void {
  const a = f32x4.splat(k)
  let state = v128.load(p)
  for (let i = 0; i < count; i++) {
    const c = v128.load(p)
    state = f32x4.add(state, f32x4.mul(f32x4.sub(c, state), a))
    v128.store(p, state)
    p += stride
  }
  p -= stride
  state = v128.load(p)
  for (let i = 0; i < count; i++) {
    const c = v128.load(p)
    state = f32x4.add(state, f32x4.mul(f32x4.sub(c, state), a))
    v128.store(p, state)
    p -= stride
  }
}

/** Two rounds of a recursive blur both ways; k near 0 is wide. */
export function blurGlow(glow: usize, glowW: i32, glowH: i32, k: f32): void {
  const pitch = (<usize>glowW) << 4
  for (let round = 0; round < 2; round++) {
    for (let j = 0; j < glowH; j++) blurLine(glow + <usize>j * pitch, 16, glowW, k)
    for (let i = 0; i < glowW; i++) blurLine(glow + ((<usize>i) << 4), pitch, glowH, k)
  }
}
