function unit(n: u32, salt: u32): f32 {
  let h = n * 0x9e3779b1 + salt * 0x85ebca77
  h = (h ^ (h >> 15)) * 0x2c1b3c6d
  h = (h ^ (h >> 12)) * 0x297a2d39
  return <f32>((h ^ (h >> 15)) >> 8) / 16777216
}

function fract(v: f32): f32 {
  return v - Mathf.floor(v)
}

function spot(luma: usize, w: i32, h: i32, cx: f32, cy: f32, r: f32, tall: f32, alpha: f32): void {
  const x0 = max<i32>(0, <i32>(cx - r - 1))
  const x1 = min<i32>(w - 1, <i32>(cx + r + 1))
  const y0 = max<i32>(0, <i32>(cy - r * tall - 1))
  const y1 = min<i32>(h - 1, <i32>(cy + r * tall + 1))
  for (let y = y0; y <= y1; y++) {
    for (let x = x0; x <= x1; x++) {
      const dy = (<f32>y - cy) / tall
      const lean: f32 = tall > 1 ? (<f32>y - cy) * 0.16 : 0
      const dx = <f32>x - cx + lean
      const near: f32 = 1.0 - sqrt<f32>(dx * dx + dy * dy) / (r + 0.5)
      if (near <= 0) continue
      const p = luma + <usize>(y * w + x)
      const v = <f32>load<u8>(p)
      const t: f32 = min<f32>(1, near * 1.6) * alpha
      store<u8>(p, <u8>(v + (225 - v) * t + 0.5))
    }
  }
}

/**
 * Snow flakes or rain streaks (`tall` above 1) on a plane of luma: `count` of them at `time`
 * seconds, each on a path of its own that meets itself at the frame's edges.
 */
export function falling(
  luma: usize,
  w: i32,
  h: i32,
  count: i32,
  time: f32,
  tall: f32,
  alpha: f32,
  seed: u32,
): void {
  const scale: f32 = <f32>min<i32>(w, h) / 720
  for (let n = 0; n < count; n++) {
    const near: f32 = unit(n, seed)
    const size: f32 =
      (tall > 1 ? 0.5 + near * 0.5 : 0.9 + near * near * 3.4) * max<f32>(scale, 0.35)
    const speed: f32 = (tall > 1 ? 1.6 : 0.1) * (0.6 + near * 0.9)
    const sway: f32 =
      tall > 1 ? 0 : Mathf.sin(time * (0.6 + near) + unit(n, seed + 3) * 6.28) * 0.014
    const y: f32 = fract(unit(n, seed + 1) + time * speed) * 1.1 - 0.05
    const slant: f32 = tall > 1 ? -y * 0.16 * (<f32>h / <f32>w) : time * 0.02
    const x: f32 = fract(unit(n, seed + 2) + sway + slant) * 1.06 - 0.03
    const strength: f32 = 0.35 + 0.65 * near
    spot(luma, w, h, x * <f32>w, y * <f32>h, size, tall, alpha * strength)
  }
}
