import { clamp01, least, length2, mix, most, sine } from './curve'
import { ink, lit, set, toward } from './ink'
import { hash } from './noise'
import { scene } from './scene'

/** The leaf over a point: how much of it covers the point, and its own brightness. */
export class leaf {
  static cover: f32 = 0
  static most: f32 = 0
  static tone: f32 = 0
}

/** Each cell of a net may hold one leaf, the likelier the thicker they hang. */
function net(u: f32, v: f32, soft: f32, thick: f32, s: i32): void {
  const cx = <i32>floor<f32>(u - 0.5)
  const cy = <i32>floor<f32>(v - 0.5)
  for (let n = 0; n < 4; n++) {
    const ix = cx + (n & 1)
    const iy = cy + (n >> 1)
    const h = hash(ix, iy, s)
    if (h > thick) continue
    const g = hash(iy, ix, s + 1)
    const dx: f32 = u - <f32>ix - 0.2 - 0.6 * g
    if (abs<f32>(dx) > 0.57) continue
    const dy: f32 = v - <f32>iy - 0.2 - 0.6 * hash(ix, iy, s + 3)
    const turn: f32 = (h - 0.5) * 2.2
    const size: f32 = (0.4 + 0.16 * g) * least((thick - h) * 5, 1)
    const inv: f32 = 1 / sqrt<f32>(1 + turn * turn)
    const along: f32 = (dx + dy * turn) * inv
    const across: f32 = (dy - dx * turn) * inv * 1.75
    const a = clamp01((size - length2(along, across)) * soft)
    if (a > leaf.most) {
      leaf.most = a
      leaf.tone = 0.25 + 0.75 * hash(ix, iy, s + 2)
    }
    leaf.cover += a * (1 - leaf.cover)
  }
}

/** Single leaves in turned nets, the more the thicker they hang. */
export function leaves(x: f32, y: f32, cell: f32, thick: f32, s: i32, nets: i32): void {
  leaf.cover = 0
  leaf.most = 0
  leaf.tone = 0.5
  const inv: f32 = 1 / cell
  const soft: f32 = 1 / most(scene.px * inv * 1.3, 0.14)
  net((x * 0.83 + y * 0.56) * inv, (y * 0.83 - x * 0.56) * inv, soft, thick, s)
  if (leaf.cover > 0.6 || nets < 2) return
  const k: f32 = inv * 0.68
  net((x * 0.93 - y * 0.37) * k, (y * 0.93 + x * 0.37) * k, soft * 1.4, thick * 0.8, s + 7)
}

export function ferns(x: f32, y: f32): void {
  set(0, 0, 0, 0)
  let cover: f32 = 0
  let tip: f32 = 0
  if (y + scene.bot > 0.28) return
  for (let n = 0; n < 2; n++) {
    const cell: f32 = 0.14 + 0.06 * <f32>n
    for (let m = -1; m <= 1; m++) {
      const c = floor<f32>(x / cell) + <f32>m
      const h = hash(<i32>c, n, scene.seed + 50)
      if (h > 0.45 + scene.density * 0.5) continue
      if (y + scene.bot + 0.04 > 0.24 * (0.5 + 0.8 * h)) continue
      const cx: f32 = (c + 0.5 + (h - 0.5)) * cell
      const up: f32 = y + scene.bot + 0.04
      for (let f = -3; f <= 3; f++) {
        const reach: f32 = <f32>f * 0.055 * (0.7 + h)
        const tall: f32 = (0.24 - abs<f32>(<f32>f) * 0.035) * (0.5 + 0.8 * h)
        const t: f32 = up / tall
        if (t < 0 || t > 1) continue
        const at: f32 = cx + reach * t * t + reach * 0.4 * t
        const off: f32 = abs<f32>(x - at)
        if (off > 0.0232 + scene.px) continue
        const wide: f32 = 0.023 * (1 - t) * least(t * 7, 1)
        const leaflet: f32 = (sine(up * 340 - off * 250) + 0.3) * 0.004
        const frond = least(wide - off, leaflet)
        const a = clamp01(most(frond, 0.0016 - off) / scene.px + 0.5)
        if (a > cover) {
          cover = a
          tip = t
        }
      }
    }
  }
  if (cover <= 0) return
  set(
    mix(scene.shadeR * 0.4, scene.landR * 0.7, tip),
    mix(scene.shadeG * 0.4, scene.landG * 0.7, tip),
    mix(scene.shadeB * 0.4, scene.landB * 0.5, tip),
    1,
  )
  lit(0.2 + 0.35 * tip, 0.25)
  toward(0.75, 0.8, 0.9, scene.snow * tip * 0.5)
  ink.a = cover
}
