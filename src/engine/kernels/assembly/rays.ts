import { clamp01, expo, smooth } from './curve'
import { camera, sourceX, sourceY } from './layer'
import { noise } from './noise'
import { scene } from './scene'
import { water, wave } from './water'

/** Brightness of the sunbeam in one direction; beams wander with time. */
function beam(u: f32, t: f32): f32 {
  const a = noise(u * 7 + t * 0.16, t * 0.35, 5)
  const b = noise(u * 19 - t * 0.22, t * 0.5 + 9, 6)
  return smooth(0.42, 1.05, a * 0.72 + b * 0.42) * expo(-u * u * 1.6)
}

/** Sunbeams through the surface and the dancing net of light on the floor below `floorY`. */
export function rayRows(
  frame: usize,
  width: i32,
  row0: i32,
  row1: i32,
  strength: f32,
  caustics: f32,
  floorY: f32,
): void {
  const t = camera.time
  const light = f32x4(scene.lightR, scene.lightG, scene.lightB, 0)
  for (let j = row0; j < row1; j++) {
    const uy: f32 = scene.top - (<f32>j + 0.5) * scene.px
    const y = sourceY(uy, 0)
    const from: f32 = scene.top + 0.45 - y
    const fade: f32 = expo(-(scene.top - y) * 1.05) * strength
    const below: f32 = floorY - sourceY(uy, floorY < 0 ? uy / floorY : 0)
    const near: f32 = -uy / scene.bot
    const depth: f32 = 1 / max<f32>(below + 0.05, 0.05)
    let here: f32 = 0
    let next: f32 = 0
    for (let i = 0; i < width; i++) {
      const ux: f32 = (<f32>i + 0.5 - <f32>width * 0.5) * scene.px
      const u: f32 = (sourceX(ux, 0.2) - scene.sunX * 0.6) / from
      if ((i & 3) == 0) {
        here = next
        if (i == 0) here = fade > 0.004 ? beam(u, t) * fade : 0
        const far: f32 = (sourceX(ux + 4 * scene.px, 0.2) - scene.sunX * 0.6) / from
        next = fade > 0.004 ? beam(far, t) * fade : 0
      }
      let k: f32 = here + (next - here) * <f32>(i & 3) * 0.25
      if (below > 0 && caustics > 0) {
        const wx: f32 = sourceX(ux, near) * depth
        const p = wave(water.field, wx * 14 + t * 5, depth * 24 + t * 7)
        const q = wave(water.field, wx * 17 - t * 6 + 40, depth * 29 - t * 4)
        const n: f32 = 1 - abs<f32>(f32x4.extract_lane(p, 2) + f32x4.extract_lane(q, 2)) * 0.42
        const c: f32 = clamp01(n)
        k += c * c * c * c * caustics * smooth(0, 0.1, below) * expo(-depth * 0.16)
      }
      if (k <= 0.002) continue
      const at = frame + ((<usize>j * <usize>width + <usize>i) << 4)
      v128.store(at, f32x4.add(v128.load(at), f32x4.mul(light, f32x4.splat(k))))
    }
  }
}
