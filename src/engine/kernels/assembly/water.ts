import { clamp01, expo, mix, sine, smooth } from './curve'
import { camera, sourceY } from './layer'
import { hash } from './noise'
import { scene } from './scene'

const SIZE: i32 = 256

/**
 * Fills a tileable 256×256 field of waves: slope across, slope along, height, foam.
 * Built from sines with whole wave numbers so that it repeats without a seam.
 */
export function buildWaves(target: usize, row0: i32, row1: i32): void {
  for (let j = row0; j < row1; j++) {
    for (let i = 0; i < SIZE; i++) {
      const u: f32 = (<f32>i / <f32>SIZE) * 6.2831855
      const v: f32 = (<f32>j / <f32>SIZE) * 6.2831855
      let sx: f32 = 0
      let sy: f32 = 0
      let h: f32 = 0
      for (let n = 0; n < 18; n++) {
        const kx: f32 = floor<f32>((hash(n, 1, 77) - 0.5) * (6 + <f32>n * 1.5) + 0.5)
        const ky: f32 = floor<f32>(1 + <f32>n * 0.8 + hash(n, 2, 77) * 3)
        const a: f32 = 1 / (1 + <f32>n * 0.55)
        const p: f32 = kx * u + ky * v + hash(n, 3, 77) * 6.28
        const c = sine(p + 1.5707964) * a
        sx += (c * kx) / (4 + <f32>n)
        sy += (c * ky) / (4 + <f32>n)
        h += sine(p) * a
      }
      v128.store(target + ((<usize>(j * SIZE + i)) << 4), f32x4(sx, sy, h, 0))
    }
  }
}

export function wave(field: usize, x: f32, y: f32): v128 {
  const fx = floor<f32>(x)
  const fy = floor<f32>(y)
  const ix = (<i32>fx) & 255
  const iy = (<i32>fy) & 255
  const jx = (ix + 1) & 255
  const jy = (iy + 1) & 255
  const u = f32x4.splat(x - fx)
  const v = f32x4.splat(y - fy)
  const a0 = v128.load(field + ((<usize>((iy << 8) | ix)) << 4))
  const a1 = v128.load(field + ((<usize>((iy << 8) | jx)) << 4))
  const b0 = v128.load(field + ((<usize>((jy << 8) | ix)) << 4))
  const b1 = v128.load(field + ((<usize>((jy << 8) | jx)) << 4))
  const a = f32x4.add(a0, f32x4.mul(f32x4.sub(a1, a0), u))
  const b = f32x4.add(b0, f32x4.mul(f32x4.sub(b1, b0), u))
  return f32x4.add(a, f32x4.mul(f32x4.sub(b, a), v))
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

/** Lays rippling water below the horizon, mirroring what the frame already shows above it. */
export function waterRows(frame: usize, width: i32, height: i32, row0: i32, row1: i32): void {
  const px = scene.px
  const t = camera.time * water.speed
  const grey: f32 = (scene.lightR + scene.lightG + scene.lightB) * 0.3333
  const open: f32 = (1 - scene.cloud * 0.85) * mix(1, 0.4, scene.night)
  const light = f32x4(scene.lightR, scene.lightG, scene.lightB, 0)
  const air = f32x4(scene.skyLoR, scene.skyLoG, scene.skyLoB, 0)
  const tint = f32x4.add(f32x4.splat(0.3), f32x4.mul(air, f32x4.splat(0.7)))
  const dark = f32x4.mul(f32x4(scene.shadeR, scene.shadeG, scene.shadeB, 0), tint)
  const bright = f32x4.sub(f32x4.mul(f32x4(scene.landR, scene.landG, scene.landB, 0), tint), dark)
  const half: f32 = <f32>width * 0.5 - 0.5
  const invPx: f32 = 1 / px
  const right: f32 = <f32>width - 1
  for (let j = row0; j < row1; j++) {
    const uy: f32 = scene.top - (<f32>j + 0.5) * px
    const level: f32 = uy / camera.zoom + camera.turnY
    if (level >= 0) continue
    const near: f32 = (-level * water.near) / max<f32>(1 + camera.moveY * water.near, 0.3)
    const sy: f32 = sourceY(uy, near)
    const depth: f32 = 1 / max<f32>(-sy, 0.0015)
    const horizon: f32 = -camera.turnY * camera.zoom
    const soft: f32 = 1 / (1 + depth * depth * 0.0012)
    const amp: f32 = water.rough * soft
    const graze: f32 = clamp01(-sy / (0.35 + 0.65 * scene.bot))
    const mist: f32 = expo(sy * 26) * (0.35 + 0.5 * scene.fog) + scene.fog * expo(sy * 4) * 0.6
    const zoom = camera.zoom
    const turn = camera.turnX
    const shrink: f32 = 1 / (1 + camera.moveZ * near)
    const shift: f32 = camera.moveX * near
    const row = frame + ((<usize>j * <usize>width) << 4)
    const fine: f32 = smooth(60, 12, depth)
    for (let i = 0; i < width; i++) {
      const ux: f32 = (<f32>i - half) * px
      const sx: f32 = (ux / zoom + turn) * shrink + shift
      const wx: f32 = sx * depth * water.scale
      const wz: f32 = depth * water.scale
      const a = wave(water.field, wx * 9 + t * 3, wz * 13 + t * 9)
      let slopeX = f32x4.extract_lane(a, 0)
      let slopeZ = f32x4.extract_lane(a, 1)
      let lift = f32x4.extract_lane(a, 2)
      if (fine > 0) {
        const b = wave(water.field, wx * 31 - t * 11 + wz * 9, wz * 37 + t * 17)
        slopeX += f32x4.extract_lane(b, 0) * 0.7 * fine
        slopeZ += f32x4.extract_lane(b, 1) * 0.7 * fine
        lift += f32x4.extract_lane(b, 2) * 0.35 * fine
      }
      const foot: f32 = horizon - water.mirror * abs<f32>(ux)
      if (water.mirror > 0 && uy > foot - px) continue
      const mirrorY: f32 = 2 * foot - uy
      const ry: f32 = max<f32>(
        mirrorY + abs<f32>(slopeZ) * amp * (0.12 - sy * 0.5) * 1.6,
        horizon + px * 1.5 - water.mirror * abs<f32>(ux),
      )
      const rx: f32 = ux + slopeX * amp * (0.05 - sy * 0.35)
      const fy: f32 = min<f32>(max<f32>((scene.top - ry) * invPx - 0.5, 0), <f32>j - 1)
      const fx: f32 = min<f32>(max<f32>(rx * invPx + half, 0), right)
      const iy = <i32>max<f32>(fy, 0)
      const v = f32x4.splat(fy - <f32>iy)
      const p = frame + ((<usize>iy * <usize>width + <usize>fx) << 4)
      const q = iy + 1 < height ? p + ((<usize>width) << 4) : p
      const m0 = v128.load(p)
      const mirrored = f32x4.add(m0, f32x4.mul(f32x4.sub(v128.load(q), m0), v))
      const cosine: f32 = clamp01(graze * 0.85 + slopeZ * amp * 0.25)
      const f: f32 = 1 - cosine
      const fresnel: f32 = mix(water.clear, 1, f * f * f * 0.92)
      const lit: f32 = clamp01(0.34 + lift * 0.16 * water.rough + slopeZ * 0.1 * water.rough)
      const body = f32x4.add(dark, f32x4.mul(bright, f32x4.splat(lit)))
      let c = f32x4.add(
        f32x4.mul(mirrored, f32x4.splat(fresnel)),
        f32x4.mul(body, f32x4.splat(1 - fresnel)),
      )
      const off: f32 = (sx - scene.sunX) / (0.035 + 0.22 * -sy + 0.05 * water.rough)
      if (abs<f32>(off) < 3) {
        const spark: f32 = smooth(0.55, 1.9, slopeZ + slopeX * 0.5 + 0.55 * (1 - soft))
        const k: f32 = expo(-off * off) * (spark * 2.4 + 0.06) * open
        c = f32x4.add(c, f32x4.mul(light, f32x4.splat(k)))
      }
      if (water.foam > 0) {
        const crest: f32 = smooth(1.35 - water.foam * 0.7, 2.5 - water.foam * 0.7, lift)
        const lace: f32 = crest * soft * water.foam
        const w: f32 = 0.25 + grey * 0.4
        c = f32x4.add(c, f32x4.mul(f32x4.sub(f32x4(w, w, w * 1.04, 0), c), f32x4.splat(lace)))
      }
      c = f32x4.add(c, f32x4.mul(f32x4.sub(air, c), f32x4.splat(clamp01(mist))))
      v128.store(row + ((<usize>i) << 4), c)
    }
  }
}
