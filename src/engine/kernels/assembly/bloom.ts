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
    const y1 = min<i32>(j * 8 + 8, height)
    for (let i = 0; i < glowW; i++) {
      const x1 = min<i32>(i * 8 + 8, width)
      let sum = f32x4.splat(0)
      let n: f32 = 0
      for (let y = j * 8; y < y1; y++) {
        let p = frame + ((<usize>y * <usize>width + <usize>(i * 8)) << 4)
        for (let x = i * 8; x < x1; x++) {
          sum = f32x4.add(sum, v128.load(p))
          p += 16
        }
        n += <f32>(x1 - i * 8)
      }
      v128.store(
        glow + ((<usize>j * <usize>glowW + <usize>i) << 4),
        f32x4.mul(sum, f32x4.splat(1 / max<f32>(n, 1))),
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
