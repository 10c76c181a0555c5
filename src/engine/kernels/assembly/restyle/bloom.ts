import { blur } from './strokes'

const cell = 4

/** Light spills over from what is bright: packed pixels (Y first) in place, `grid` is scratch. */
export function bloom(front: usize, w: i32, h: i32, grid: usize, amount: f32, from: f32): void {
  const gw = (w + cell - 1) / cell
  const gh = (h + cell - 1) / cell
  const spare = grid + ((<usize>(gw * gh)) << 4)
  for (let j = 0; j < gh; j++) {
    for (let i = 0; i < gw; i++) {
      let sum = f32x4.splat(0)
      for (let y = j * cell; y < min<i32>(h, (j + 1) * cell); y += 2) {
        for (let x = i * cell; x < min<i32>(w, (i + 1) * cell); x += 2) {
          const c = v128.load(front + ((<usize>(y * w + x)) << 4))
          const over = max<f32>(0, min<f32>(1, (f32x4.extract_lane(c, 0) - from) / 70))
          sum = f32x4.add(sum, f32x4.mul(c, f32x4.splat(over * 0.25)))
        }
      }
      v128.store(grid + ((<usize>(j * gw + i)) << 4), sum)
    }
  }
  blur(grid, spare, gw, gh, 2)
  blur(grid, spare, gw, gh, 3)
  const scale: f32 = 1 / <f32>cell
  const share = f32x4(amount, amount, amount, 0)
  for (let j = 0; j < h; j++) {
    const y = max<f32>(0, (<f32>j + 0.5) * scale - 0.5)
    const gj = min<i32>(<i32>y, max<i32>(0, gh - 2))
    const ty = f32x4.splat(min<f32>(1, y - <f32>gj))
    const below = gh > 1 ? (<usize>gw) << 4 : 0
    for (let i = 0; i < w; i++) {
      const x = max<f32>(0, (<f32>i + 0.5) * scale - 0.5)
      const gi = min<i32>(<i32>x, max<i32>(0, gw - 2))
      const tx = f32x4.splat(min<f32>(1, x - <f32>gi))
      const p = grid + ((<usize>(gj * gw + gi)) << 4)
      const a = v128.load(p)
      const b = v128.load(p, 16)
      const top = f32x4.add(a, f32x4.mul(f32x4.sub(b, a), tx))
      const c = v128.load(p + below)
      const d = v128.load(p + below, 16)
      const low = f32x4.add(c, f32x4.mul(f32x4.sub(d, c), tx))
      const light = f32x4.add(top, f32x4.mul(f32x4.sub(low, top), ty))
      const at = front + ((<usize>(j * w + i)) << 4)
      v128.store(at, f32x4.add(v128.load(at), f32x4.mul(light, share)))
    }
  }
}
