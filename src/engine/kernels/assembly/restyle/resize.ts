/**
 * One plane of bytes to another size: the mean of the covered area when it gets smaller, bilinear
 * when it gets larger.
 */
export function resizePlane(from: usize, w: i32, h: i32, to: usize, width: i32, height: i32): void {
  const scaleX: f32 = <f32>w / <f32>width
  const scaleY: f32 = <f32>h / <f32>height
  const reachX: f32 = max<f32>(1, scaleX)
  const reachY: f32 = max<f32>(1, scaleY)
  for (let y = 0; y < height; y++) {
    const cy: f32 = (<f32>y + 0.5) * scaleY - 0.5
    const j0 = <i32>Mathf.ceil(cy - reachY)
    const j1 = <i32>Mathf.floor(cy + reachY)
    for (let x = 0; x < width; x++) {
      const cx: f32 = (<f32>x + 0.5) * scaleX - 0.5
      const i0 = <i32>Mathf.ceil(cx - reachX)
      const i1 = <i32>Mathf.floor(cx + reachX)
      let sum: f32 = 0
      let weight: f32 = 0
      for (let j = j0; j <= j1; j++) {
        const wy: f32 = 1 - Mathf.abs(<f32>j - cy) / reachY
        const row = from + <usize>(min<i32>(h - 1, max<i32>(0, j)) * w)
        for (let i = i0; i <= i1; i++) {
          const k: f32 = wy * (1 - Mathf.abs(<f32>i - cx) / reachX)
          sum += k * <f32>load<u8>(row + <usize>min<i32>(w - 1, max<i32>(0, i)))
          weight += k
        }
      }
      store<u8>(to + <usize>(y * width + x), <u8>(sum / weight + 0.5))
    }
  }
}
