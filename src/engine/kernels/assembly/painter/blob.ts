import { most } from './curve'
import { ONE, pack, storePair } from './pixel'
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
  const inv = f32x4.splat(1 / (radius * radius))
  const one = f32x4.splat(1)
  const tint = f32x4.mul(colour, f32x4.splat(ONE))
  const veil = f32x4.splat(cover * 32767)
  for (let j = y0; j < y1; j++) {
    const dy: f32 = <f32>j + 0.5 - cy
    const reach: f32 = sqrt<f32>(most(radius * radius - dy * dy, 0))
    const x0 = max<i32>(<i32>floor<f32>(cx - reach - 0.5), 0)
    const x1 = min<i32>(<i32>ceil<f32>(cx + reach + 0.5), width)
    const yy = f32x4.splat(dy * dy)
    for (let i = x0; i < x1; i += 4) {
      const dx = f32x4.add(f32x4.splat(<f32>i + 0.5 - cx), f32x4(0, 1, 2, 3))
      const d = f32x4.pmin(f32x4.mul(f32x4.add(f32x4.mul(dx, dx), yy), inv), one)
      const rest = f32x4.sub(one, d)
      const near = f32x4.div(f32x4.splat(0.045), f32x4.add(d, f32x4.splat(0.045)))
      let k = f32x4.mul(f32x4.mul(rest, rest), near)
      if (hard > 0) {
        const edge = f32x4.pmin(f32x4.mul(rest, f32x4.splat(radius * 0.5)), one)
        const disc = f32x4.add(f32x4.mul(d, f32x4.splat(0.28 * hard)), f32x4.splat(0.72 * hard))
        k = f32x4.add(f32x4.mul(k, f32x4.splat(1 - hard)), f32x4.mul(edge, disc))
      }
      const p = frame + ((<usize>j * <usize>width + <usize>i) << 3)
      const left = x1 - i
      const k0 = v128.shuffle<f32>(k, k, 0, 0, 0, 0)
      const k1 = v128.shuffle<f32>(k, k, 1, 1, 1, 1)
      spot(p, tint, k0, k1, veil, cover > 0, left > 1)
      if (left <= 2) continue
      const k2 = v128.shuffle<f32>(k, k, 2, 2, 2, 2)
      const k3 = v128.shuffle<f32>(k, k, 3, 3, 3, 3)
      spot(p + 16, tint, k2, k3, veil, cover > 0, left > 3)
    }
  }
}

function spot(
  p: usize,
  tint: v128,
  k0: v128,
  k1: v128,
  veil: v128,
  covers: bool,
  both: bool,
): void {
  let c = v128.load(p)
  if (covers) {
    const v = pack(f32x4.mul(k0, veil), f32x4.mul(k1, veil))
    c = i16x8.sub(c, i16x8.q15mulr_sat_s(c, v))
  }
  storePair(p, i16x8.add_sat_s(c, pack(f32x4.mul(tint, k0), f32x4.mul(tint, k1))), both)
}

export function pixelX(x: f32): f32 {
  return x / scene.px + scene.middle
}

export function pixelY(y: f32): f32 {
  return (scene.viewTop - y) / scene.px
}
