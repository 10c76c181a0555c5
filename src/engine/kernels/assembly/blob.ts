import { scene } from './scene'

/** Soft round spot, centre and radius in pixels; `hard` 0 fades like a light, 1 is a lens disc. */
export function blob(
  frame: usize,
  width: i32,
  row0: i32,
  row1: i32,
  cx: f32,
  cy: f32,
  radius: f32,
  colour: v128,
  hard: f32,
  cover: f32,
): void {
  const y0 = max<i32>(<i32>floor<f32>(cy - radius), row0)
  const y1 = min<i32>(<i32>ceil<f32>(cy + radius) + 1, row1)
  const x0 = max<i32>(<i32>floor<f32>(cx - radius), 0)
  const x1 = min<i32>(<i32>ceil<f32>(cx + radius) + 1, width)
  const inv: f32 = 1 / (radius * radius)
  for (let j = y0; j < y1; j++) {
    const dy: f32 = <f32>j + 0.5 - cy
    for (let i = x0; i < x1; i++) {
      const dx: f32 = <f32>i + 0.5 - cx
      const d: f32 = (dx * dx + dy * dy) * inv
      if (d >= 1) continue
      const soft: f32 = (1 - d) * (1 - d) * (0.045 / (0.045 + d))
      let k: f32 = soft
      if (hard > 0) {
        const edge: f32 = min<f32>((1 - d) * radius * 0.5, 1)
        k = soft * (1 - hard) + edge * (0.72 + 0.28 * d) * hard
      }
      const p = frame + ((<usize>j * <usize>width + <usize>i) << 4)
      let c = v128.load(p)
      if (cover > 0) c = f32x4.mul(c, f32x4.splat(1 - k * cover))
      v128.store(p, f32x4.add(c, f32x4.mul(colour, f32x4.splat(k))))
    }
  }
}

export function pixelX(x: f32, width: i32): f32 {
  return x / scene.px + <f32>width * 0.5
}

export function pixelY(y: f32): f32 {
  return (scene.top - y) / scene.px
}
