import { clamp01, expo, most, smooth } from './curve'
import { camera, loop, sourceX, sourceY, swung } from './layer'
import { noise } from './noise'
import { ONE, pack, storePair } from './pixel'
import { scene } from './scene'
import { water, wave } from './water'

/** How far the beams have wandered, seconds; in a loop they go round. */
class wander {
  static x: f32 = 0
  static y: f32 = 0
}

/** Brightness of the sunbeam in one direction; beams wander with time. */
function beam(u: f32): f32 {
  const a = noise(u * 7 + wander.x * 0.16, wander.y * 0.35, 5)
  const b = noise(u * 19 - wander.x * 0.22, wander.y * 0.5 + 9, 6)
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
  const still = loop.period > 0
  const t: f32 = still ? 0 : camera.time
  wander.x = swung(1, 0)
  wander.y = swung(1, 1.5707964)
  const light = f32x4(scene.lightR * ONE, scene.lightG * ONE, scene.lightB * ONE, 0)
  for (let j = row0; j < row1; j++) {
    const uy: f32 = scene.viewTop - (<f32>j + 0.5) * scene.px
    const y = sourceY(uy, 0)
    const from: f32 = most(scene.top + 0.45 - y, 0.12)
    const over: f32 = most(1 - most(y - scene.top, 0) * 4, 0)
    const fade: f32 = expo(-most(scene.top - y, 0) * 1.05) * strength * over
    const below: f32 = floorY - sourceY(uy, floorY < 0 ? uy / floorY : 0)
    const near: f32 = -uy / scene.bot
    const depth: f32 = 1 / most(below + 0.05, 0.05)
    const net: f32 = below > 0 ? caustics * smooth(0, 0.1, below) * expo(-depth * 0.16) : 0
    const drawn = fade > 0.004
    if (!drawn && net <= 0.002) continue
    const aim: f32 = scene.sunX * 0.6
    let u: f32 = (sourceX((0.5 - scene.middle) * scene.px, 0.2) - aim) / from
    let next: f32 = drawn ? beam(u) * fade : 0
    const stride: f32 = (sourceX((4.5 - scene.middle) * scene.px, 0.2) - aim) / from - u
    for (let i = 0; i < width; i += 4) {
      const here = next
      u += stride
      next = drawn ? beam(u) * fade : 0
      const rise: f32 = (next - here) * 0.25
      const at = frame + ((<usize>j * <usize>width + <usize>i) << 3)
      const left = width - i
      let a: f32 = 0
      let b: f32 = 0
      if (net > 0.002) {
        a = dance(i + 1, width, near, depth, t) * net
        b = left > 2 ? dance(i + 3, width, near, depth, t) * net : 0
      }
      if (here + next + a + b <= 0.002) continue
      shine(at, light, here + a, here + rise + a, left > 1)
      if (left > 2) shine(at + 16, light, here + rise * 2 + b, here + rise * 3 + b, left > 3)
    }
  }
}

/** The net of light at a column of the floor. */
function dance(i: i32, width: i32, near: f32, depth: f32, t: f32): f32 {
  const wx: f32 = sourceX((<f32>i - scene.middle) * scene.px, near) * depth
  const p = wave(water.field, wx * 14 + t * 5, depth * 24 + t * 7)
  const q = wave(water.field, wx * 17 - t * 6 + 40, depth * 29 - t * 4)
  const n: f32 = 1 - abs<f32>(f32x4.extract_lane(p, 2) + f32x4.extract_lane(q, 2)) * 0.42
  const c: f32 = clamp01(n)
  return c * c * c * c
}

function shine(p: usize, light: v128, k0: f32, k1: f32, both: bool): void {
  const c = pack(f32x4.mul(light, f32x4.splat(k0)), f32x4.mul(light, f32x4.splat(k1)))
  storePair(p, i16x8.add_sat_s(v128.load(p), c), both)
}
