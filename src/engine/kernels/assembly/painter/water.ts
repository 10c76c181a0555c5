import { clamp01, expo, least, mix, most, sine, smooth } from './curve'
import { camera, loop, sourceY, TURN } from './layer'
import { hash } from './noise'
import { blend, ONE, pack, q15, storePair } from './pixel'
import { scene } from './scene'

const SIZE: i32 = 128
const PITCH: i32 = 129
const UNIT: f32 = 4096

/** Whole turns a wave makes in a loop: about what it does as the field wanders. */
function turns(kx: f32, ky: f32, speed: f32): f32 {
  return most(nearest<f32>(loop.period * speed * 0.01171875 * 1.6 * (kx + 3 * ky)), 1)
}

/**
 * Fills a tileable field of waves, 128 rows of 129 texels (the first again at the end): slope
 * across, slope along, height, unused; i16, 4096 = 1.
 * Built from sines with whole wave numbers so that it repeats without a seam; in a loop each wave
 * goes its own way and comes round.
 */
export function buildWaves(target: usize, row0: i32, row1: i32, speed: f32): void {
  const unit: f32 = TURN / <f32>SIZE
  for (let j = row0; j < row1; j++) {
    const row = target + ((<usize>(j * PITCH)) << 3)
    memory.fill(row, 0, PITCH << 3)
    for (let n = 0; n < 18; n++) {
      const kx: f32 = floor<f32>((hash(n, 1, 77) - 0.5) * (6 + <f32>n * 1.5) + 0.5)
      const ky: f32 = floor<f32>(1 + <f32>n * 0.8 + hash(n, 2, 77) * 3)
      const a: f32 = UNIT / (1 + <f32>n * 0.55)
      const gone: f32 = loop.period > 0 ? loop.place * turns(kx, ky, speed) * TURN : 0
      const p: f32 = ky * <f32>j * unit + hash(n, 3, 77) * 6.28 + gone
      const slope: f32 = a / (4 + <f32>n)
      const weights = f32x4(kx * slope, ky * slope, 0, 0)
      const lift = f32x4(0, 0, a, 0)
      const turnC = f32x4.splat(Mathf.cos(kx * unit))
      const turnS = f32x4.splat(Mathf.sin(kx * unit))
      let c = f32x4.splat(sine(p + 1.5707964))
      let s = f32x4.splat(sine(p))
      for (let at = row; at < row + (PITCH << 3); at += 8) {
        const w = f32x4.add(f32x4.mul(c, weights), f32x4.mul(s, lift))
        const more = pack(w, w)
        v128.store64_lane(at, i16x8.add(v128.load64_zero(at), more), 0)
        const d = f32x4.sub(f32x4.mul(c, turnC), f32x4.mul(s, turnS))
        s = f32x4.add(f32x4.mul(s, turnC), f32x4.mul(c, turnS))
        c = d
      }
    }
  }
}

/** The field at a point, in 256ths of its side: slopes, height as floats. */
export function wave(field: usize, x: f32, y: f32): v128 {
  x *= 0.5
  y *= 0.5
  const fx = floor<f32>(x)
  const fy = floor<f32>(y)
  const ix = (<i32>fx) & (SIZE - 1)
  const iy = <i32>fy
  const p = field + ((<usize>((iy & (SIZE - 1)) * PITCH + ix)) << 3)
  const q = field + ((<usize>(((iy + 1) & (SIZE - 1)) * PITCH + ix)) << 3)
  const c = blend(v128.load(p), v128.load(q), i16x8.splat(<i16>((y - fy) * 32767)))
  const d = v128.shuffle<i64>(c, c, 1, 1)
  const e = blend(c, d, i16x8.splat(<i16>((x - fx) * 32767)))
  return f32x4.mul(f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(e)), f32x4.splat(1 / UNIT))
}

/** How the water behaves; the mirror slope makes walls beside a street meet their images. */
export class water {
  static field: usize = 0
  static rough: f32 = 0
  static scale: f32 = 0
  static speed: f32 = 0
  static clear: f32 = 0
  static foam: f32 = 0
  static near: f32 = 0
  static mirror: f32 = 0
}

export function setWater(
  field: usize,
  rough: f32,
  scale: f32,
  speed: f32,
  clear: f32,
  foam: f32,
  near: f32,
  mirror: f32,
): void {
  water.field = field
  water.rough = rough
  water.scale = scale
  water.speed = speed
  water.clear = clear
  water.foam = foam
  water.near = near
  water.mirror = mirror
}

/** Slopes and height of both fields at a place of the water. */
function waves(wx: f32, wz: f32, t: f32, fine: f32): v128 {
  const w = wave(water.field, wx * 9 + t * 3, wz * 13 + t * 9)
  if (fine <= 0) return w
  const b = wave(water.field, wx * 31 - t * 11 + wz * 9, wz * 37 + t * 17)
  return f32x4.add(w, f32x4.mul(b, f32x4(0.7 * fine, 0.7 * fine, 0.35 * fine, 0)))
}

/** Lays rippling water below the horizon, mirroring what the frame already shows above it. */
export function waterRows(frame: usize, width: i32, height: i32, row0: i32, row1: i32): void {
  const px = scene.px
  const t: f32 = loop.period > 0 ? 0 : camera.time * water.speed
  const grey: f32 = (scene.lightR + scene.lightG + scene.lightB) * 0.3333
  const open: f32 = (1 - scene.cloud * 0.85) * mix(1, 0.4, scene.night)
  const one = f32x4.splat(ONE)
  const light = f32x4.mul(f32x4(scene.lightR, scene.lightG, scene.lightB, 0), one)
  const air = f32x4(scene.skyLoR, scene.skyLoG, scene.skyLoB, 0)
  const veil = pack(f32x4.mul(air, one), f32x4.mul(air, one))
  const pitch = (<usize>width) << 3
  const tint = f32x4.add(f32x4.splat(0.3), f32x4.mul(air, f32x4.splat(0.7)))
  const scale = f32x4.mul(tint, one)
  const dark = f32x4.mul(f32x4(scene.shadeR, scene.shadeG, scene.shadeB, 0), scale)
  const bright = f32x4.sub(f32x4.mul(f32x4(scene.landR, scene.landG, scene.landB, 0), scale), dark)
  const half: f32 = scene.middle - 0.5
  const invPx: f32 = 1 / px
  const right: f32 = most(<f32>width - 2, 0)
  for (let j = row0; j < row1; j++) {
    const uy: f32 = scene.viewTop - (<f32>j + 0.5) * px
    const level: f32 = uy / camera.zoom + camera.turnY
    if (level >= 0) continue
    const near: f32 = (-level * water.near) / most(1 + camera.moveY * water.near, 0.3)
    const sy: f32 = sourceY(uy, near)
    const depth: f32 = 1 / most(-sy, 0.0015)
    const horizon: f32 = -camera.turnY * camera.zoom
    const soft: f32 = 1 / (1 + depth * depth * 0.0012)
    const amp: f32 = water.rough * soft
    const graze: f32 = clamp01(-sy / (0.35 + 0.65 * scene.bot))
    const mist: f32 = expo(sy * 26) * (0.35 + 0.5 * scene.fog) + scene.fog * expo(sy * 4) * 0.6
    const zoom = camera.zoom
    const turn = camera.turnX
    const shrink: f32 = 1 / (1 + camera.moveZ * near)
    const shift: f32 = camera.moveX * near
    const row = frame + ((<usize>j * <usize>width) << 3)
    const fine: f32 = smooth(60, 12, depth)
    const haze = q15(clamp01(mist))
    const wz: f32 = depth * water.scale
    const reach: f32 = 1 / (0.035 + 0.22 * -sy + 0.05 * water.rough)
    const foamy: f32 = 0.25 + grey * 0.4
    const crestAt: f32 = 1.35 - water.foam * 0.7
    // Near the lens the field is so wide that every eighth pixel tells it.
    const wide: f32 = px * wz * shrink
    const coarse = wide * 248 < 3 * zoom
    let w = f32x4.splat(0)
    let rise = w
    let next = w
    if (coarse)
      next = waves(((((0.5 - half) * px) / zoom + turn) * shrink + shift) * wz, wz, t, fine)
    for (let i = 0; i < width; i += 2) {
      const ux: f32 = (<f32>i + 0.5 - half) * px
      if (coarse) {
        if (i & 7) w = f32x4.add(w, rise)
        else {
          w = next
          next = waves((((ux + 8 * px) / zoom + turn) * shrink + shift) * wz, wz, t, fine)
          rise = f32x4.mul(f32x4.sub(next, w), f32x4.splat(0.25))
        }
      }
      const foot: f32 = horizon - water.mirror * abs<f32>(ux)
      if (water.mirror > 0 && uy > foot - px) continue
      const sx: f32 = (ux / zoom + turn) * shrink + shift
      if (!coarse) w = waves(sx * wz, wz, t, fine)
      const slopeX = f32x4.extract_lane(w, 0)
      const slopeZ = f32x4.extract_lane(w, 1)
      const lift = f32x4.extract_lane(w, 2)
      const mirrorY: f32 = 2 * foot - uy
      const ry: f32 = most(
        mirrorY + abs<f32>(slopeZ) * amp * (0.12 - sy * 0.5) * 1.6,
        horizon + px * 1.5 - water.mirror * abs<f32>(ux),
      )
      const rx: f32 = ux + slopeX * amp * (0.05 - sy * 0.35)
      const fy: f32 = most(least((scene.viewTop - ry) * invPx - 0.5, <f32>j - 1), 0)
      const fx: f32 = least(most(rx * invPx + half, 0), right)
      const iy = <i32>fy
      const p = frame + ((<usize>iy * <usize>width + <usize>fx) << 3)
      const mirrored = blend(
        v128.load(p),
        v128.load(iy + 1 < height ? p + pitch : p),
        i16x8.splat(<i16>((fy - <f32>iy) * 32767)),
      )
      const cosine: f32 = clamp01(graze * 0.85 + slopeZ * amp * 0.25)
      const f: f32 = 1 - cosine
      const fresnel: f32 = mix(water.clear, 1, f * f * f * 0.92)
      const lit: f32 = clamp01(0.34 + lift * 0.16 * water.rough + slopeZ * 0.1 * water.rough)
      let more = f32x4.mul(
        f32x4.add(dark, f32x4.mul(bright, f32x4.splat(lit))),
        f32x4.splat(1 - fresnel),
      )
      const off: f32 = (sx - scene.sunX) * reach
      if (abs<f32>(off) < 3) {
        const spark: f32 = smooth(0.55, 1.9, slopeZ + slopeX * 0.5 + 0.55 * (1 - soft))
        const k: f32 = expo(-off * off) * (spark * 2.4 + 0.06) * open
        more = f32x4.add(more, f32x4.mul(light, f32x4.splat(k)))
      }
      let c = i16x8.add_sat_s(i16x8.q15mulr_sat_s(mirrored, q15(fresnel)), pack(more, more))
      if (water.foam > 0) {
        const lace: f32 = smooth(crestAt, crestAt + 1.15, lift) * soft * water.foam
        if (lace > 0) {
          const foam = f32x4(foamy * ONE, foamy * ONE, foamy * 1.04 * ONE, 0)
          c = blend(c, pack(foam, foam), q15(lace))
        }
      }
      storePair(row + ((<usize>i) << 3), blend(c, veil, haze), i + 1 < width)
    }
  }
}
