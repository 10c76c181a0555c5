import { bell, clamp01, expo, least, mix, most, sine, smooth } from './curve'
import { add, gain, ink, set, toward } from './ink'
import { books } from './shelves'
import { hash, noise } from './noise'
import { fbm } from './octaves'
import { scene, variant } from './scene'

/** A point on a surface of the room, in room units: x right, y up, z away from the lens. */
class hit {
  static t: f32 = 0
  static x: f32 = 0
  static y: f32 = 0
  static z: f32 = 0
  static nx: f32 = 0
  static ny: f32 = 0
  static nz: f32 = 0
  static box: i32 = -1
}

const BOXES: i32 = 20

/** Entry distance of a ray into box n, or -1; leaves the face's normal in `hit` when asked. */
function enter(n: i32, ox: f32, oy: f32, oz: f32, dx: f32, dy: f32, dz: f32, keep: bool): f32 {
  const at = BOXES + n * 9
  const hx = variant(at + 3)
  if (hx <= 0) return -1
  const ix: f32 = 1 / (abs<f32>(dx) < 1e-5 ? 1e-5 : dx)
  const iy: f32 = 1 / (abs<f32>(dy) < 1e-5 ? 1e-5 : dy)
  const iz: f32 = 1 / (abs<f32>(dz) < 1e-5 ? 1e-5 : dz)
  const mx: f32 = (variant(at) - ox) * ix
  const my: f32 = (variant(at + 1) - oy) * iy
  const mz: f32 = (variant(at + 2) - oz) * iz
  const kx: f32 = hx * abs<f32>(ix)
  const ky: f32 = variant(at + 4) * abs<f32>(iy)
  const kz: f32 = variant(at + 5) * abs<f32>(iz)
  const near: f32 = most(most(mx - kx, my - ky), mz - kz)
  const far: f32 = least(least(mx + kx, my + ky), mz + kz)
  if (near > far || far < 0 || near < 0.001) return -1
  if (keep) {
    hit.nx = near == mx - kx ? (dx > 0 ? -1 : 1) : 0
    hit.ny = near == my - ky ? (dy > 0 ? -1 : 1) : 0
    hit.nz = near == mz - kz ? -1 : 0
  }
  return near
}

/** How much of the window's sun reaches a point: panes, bars and furniture in between. */
function sunAt(x: f32, y: f32, z: f32): f32 {
  const side = variant(5)
  const lx: f32 = side * 0.8
  const ly = variant(10)
  const lz = variant(11)
  const s: f32 = (side * variant(0) - x) / lx
  if (s < 0.002) return 0
  const wy: f32 = (y + ly * s - variant(8)) / variant(9)
  const wz: f32 = (z + lz * s - variant(6)) / variant(7)
  const soft: f32 = 0.012 + 0.035 * s
  const open: f32 =
    smooth(1 + soft, 1 - soft, abs<f32>(wy)) * smooth(1 + soft, 1 - soft, abs<f32>(wz))
  if (open <= 0) return 0
  const bar: f32 =
    smooth(0.035, 0.035 + soft, abs<f32>(wz)) * smooth(0.03, 0.03 + soft, abs<f32>(wy - 0.15))
  for (let n = 0; n < 8; n++) if (enter(n, x, y, z, lx, ly, lz, false) > 0) return 0
  return open * bar
}

/** Soft light of window and lamp on a surface, into the ink. */
function light(x: f32, y: f32, z: f32, nx: f32, ny: f32, nz: f32): void {
  const side = variant(5)
  const vx: f32 = side * variant(0) - x
  const vy: f32 = variant(8) - y
  const vz: f32 = variant(6) - z
  const d2: f32 = vx * vx + vy * vy + vz * vz + 0.25
  const facing: f32 = clamp01(((vx * nx + vy * ny + vz * nz) / sqrt<f32>(d2)) * 0.75 + 0.25)
  const sky: f32 = ((facing * 2.1) / d2) * variant(12)
  const sun: f32 =
    sunAt(x + nx * 0.004, y + ny * 0.004, z + nz * 0.004) *
    clamp01(nx * side * 0.8 + ny * 0.65 - nz * 0.3 + 0.1) *
    variant(13)
  const ax: f32 = variant(15) - x
  const ay: f32 = variant(16) - y
  const az: f32 = variant(17) - z
  const a2: f32 = ax * ax + ay * ay + az * az + 0.05
  const lamp: f32 =
    (clamp01(((ax * nx + ay * ny + az * nz) / sqrt<f32>(a2)) * 0.8 + 0.2) / a2) * variant(14)
  const base: f32 = 0.1 + 0.05 * ny
  const bounce: f32 = variant(13) * 0.07 * clamp01(1 - abs<f32>(y + variant(1)) * 0.6)
  ink.r *=
    (scene.skyLoR * 0.75 + scene.skyHiR * 0.25) * (sky + base) +
    scene.lightR * (sun + bounce) +
    lamp * 1.25
  ink.g *=
    (scene.skyLoG * 0.75 + scene.skyHiG * 0.25) * (sky + base) +
    scene.lightG * (sun + bounce * 0.85) +
    lamp * 0.78
  ink.b *=
    (scene.skyLoB * 0.75 + scene.skyHiB * 0.25) * (sky + base) +
    scene.lightB * (sun + bounce * 0.6) +
    lamp * 0.38
}

function shadowOnFloor(x: f32, z: f32): f32 {
  let open: f32 = 1
  for (let n = 0; n < 8; n++) {
    const at = BOXES + n * 9
    const hx = variant(at + 3)
    if (hx <= 0) continue
    const lift: f32 = variant(at + 1) - variant(at + 4) + variant(1)
    if (lift > 0.5) continue
    const dx: f32 = most(abs<f32>(x - variant(at)) - hx, 0)
    const dz: f32 = most(abs<f32>(z - variant(at + 2)) - variant(at + 5), 0)
    open *= 1 - (0.72 / (1 + lift * 5)) * expo(-(dx * dx + dz * dz) * 26)
  }
  return open
}

function outside(y: f32, z: f32): void {
  const t = clamp01(y * 0.6 + 0.35)
  set(
    mix(scene.skyLoR, scene.skyHiR, t) * 1.9,
    mix(scene.skyLoG, scene.skyHiG, t) * 1.9,
    mix(scene.skyLoB, scene.skyHiB, t) * 1.9,
    1,
  )
  const hill: f32 = -0.12 + 0.3 * noise(z * 1.2, 3, scene.seed)
  const tree: f32 = fbm(z * 5, y * 5, 4, scene.seed + 2) * 0.4
  if (y < hill + tree)
    toward(scene.landR * scene.lightR, scene.landG * scene.lightG, scene.landB * scene.lightB, 0.6)
}

function corners(): void {
  const ex: f32 = variant(0) - abs<f32>(hit.x)
  const ez: f32 = variant(4) - hit.z
  const ef: f32 = hit.y + variant(1)
  const ec: f32 = variant(2) - hit.y
  const k: f32 = 6
  gain(
    (1 - 0.38 * expo(-ex * k) * (1 - abs<f32>(hit.nx))) *
      (1 - 0.38 * expo(-ez * k) * (1 - abs<f32>(hit.nz))) *
      (1 - 0.38 * expo(-ef * k) * (1 - abs<f32>(hit.ny))) *
      (1 - 0.38 * expo(-ec * k) * (1 - abs<f32>(hit.ny))),
  )
}

function surfaces(): void {
  const x = hit.x
  const y = hit.y
  const z = hit.z
  const side = variant(5)
  if (hit.ny > 0.5) {
    const plank: f32 = floor<f32>(x * 5.5)
    const n = fbm(z * 1.5 + plank * 7, x * 34, 4, scene.seed + 5)
    const tone = hash(<i32>plank, <i32>floor<f32>(z * 0.8 + hash(<i32>plank, 1, 4)), scene.seed)
    set(mix(0.2, 0.4, n), mix(0.115, 0.23, n), mix(0.06, 0.12, n), 1)
    gain(0.75 + 0.4 * tone)
    gain(1 - 0.6 * bell((x * 5.5 - plank) / 0.035))
    const rx: f32 = (x - variant(18)) / 0.85
    const rz: f32 = (z - variant(19)) / 0.62
    const q: f32 = most(abs<f32>(rx), abs<f32>(rz))
    if (q < 1) {
      const weave: f32 = 0.82 + 0.3 * noise(x * 160, z * 160, 3)
      set(scene.accentR * 0.55 + 0.1, scene.accentG * 0.55 + 0.08, scene.accentB * 0.55 + 0.07, 1)
      const band: f32 =
        smooth(0.74, 0.77, q) * smooth(0.9, 0.87, q) +
        bell((abs<f32>(rx) + abs<f32>(rz) - 0.5) / 0.05)
      toward(0.72, 0.66, 0.55, clamp01(band) * 0.8)
      gain(weave)
    }
    gain(shadowOnFloor(x, z))
  } else if (hit.ny < -0.5) {
    set(0.74, 0.72, 0.68, 1)
  } else {
    const wall: f32 = 0.94 + 0.08 * noise(x * 40 + z * 40, y * 40, 2)
    set(
      mix(0.62, scene.landR + 0.2, 0.35),
      mix(0.58, scene.landG + 0.2, 0.35),
      mix(0.52, scene.landB + 0.2, 0.35),
      1,
    )
    if (hit.nz < -0.5)
      toward(scene.accentR * 0.5 + 0.2, scene.accentG * 0.5 + 0.2, scene.accentB * 0.5 + 0.2, 0.22)
    gain(wall)
    const skirt: f32 = y + variant(1)
    if (skirt < 0.11) {
      set(0.72, 0.69, 0.63, 1)
      gain(skirt > 0.1 ? 0.55 : 0.95)
    }
    if (variant(92) > 0.5 && hit.nx * side > -0.5 && books(hit.nz < -0.5 ? x : z + 0.37, y)) {
      corners()
      return
    }
    if (hit.nz < -0.5 && variant(92) < 0.5) {
      const px: f32 = (x - variant(3)) / 0.42
      const py: f32 = (y - variant(8) - 0.05) / 0.52
      const q: f32 = most(abs<f32>(px), abs<f32>(py))
      if (q < 1.12) {
        set(0.09, 0.07, 0.05, 1)
        if (q < 0.98) {
          const w = fbm(px * 1.7 + 5, py * 1.7, 4, scene.seed + 9)
          const v = fbm(px * 2.4 + w * 2, py * 2.4 + 4, 4, scene.seed + 10)
          set(
            mix(scene.accentR, 0.85, v),
            mix(scene.accentG, 0.8, v),
            mix(scene.accentB, 0.68, w),
            1,
          )
          if (py < w * 0.9 - 0.5)
            set(scene.shadeR + 0.05, scene.shadeG + 0.07, scene.shadeB + 0.1, 1)
          gain(0.8)
        }
      } else gain(1 - 0.3 * expo(-(q - 1.12) * 14) * (py < 0 ? 1 : 0.4))
    }
    if (hit.nx * side < -0.5) {
      const wy: f32 = (y - variant(8)) / variant(9)
      const wz: f32 = (z - variant(6)) / variant(7)
      const q: f32 = most(abs<f32>(wy), abs<f32>(wz))
      if (q < 1.09) {
        set(0.8, 0.78, 0.74, 1)
        if (q < 1 && abs<f32>(wz) > 0.035 && abs<f32>(wy - 0.15) > 0.03) {
          outside(y, z)
          hit.box = -2
          return
        }
      } else {
        const fold: f32 = 0.6 + 0.4 * sine(z * 60 + sine(y * 3))
        const drape: f32 =
          smooth(1.42, 1.38, abs<f32>(wz)) * smooth(1.3, 1.28, wy) * (abs<f32>(wz) > 1.1 ? 1 : 0)
        toward(
          scene.accentR * 0.4 + 0.35 * fold,
          scene.accentG * 0.4 + 0.33 * fold,
          scene.accentB * 0.4 + 0.3 * fold,
          drape,
        )
      }
    }
  }
  corners()
}

function room(x: f32, y: f32): void {
  const w = variant(0)
  const tx: f32 = w / most(abs<f32>(x), 1e-5)
  const ty: f32 = (y > 0 ? variant(2) : variant(1)) / most(abs<f32>(y), 1e-5)
  const tz = variant(4)
  const t: f32 = least(least(tx, ty), tz)
  hit.box = -1
  hit.nx = t == tx ? (x > 0 ? -1 : 1) : 0
  hit.ny = t == ty && t != tx ? (y > 0 ? -1 : 1) : 0
  hit.nz = t == tz && t != tx && t != ty ? -1 : 0
  hit.x = x * t
  hit.y = y * t
  hit.z = t
  surfaces()
  if (hit.box != -2) light(hit.x, hit.y, hit.z, hit.nx, hit.ny, hit.nz)
  ink.a = 1
}

/** The furniture alone: boxes first…last with cushion-soft edges. */
function furniture(x: f32, y: f32, first: i32, last: i32): void {
  let best: f32 = 1e9
  let box = -1
  let nx: f32 = 0
  let ny: f32 = 0
  let nz: f32 = 0
  for (let n = first; n < last; n++) {
    const t = enter(n, 0, 0, 0, x, y, 1, true)
    if (t > 0 && t < best) {
      best = t
      box = n
      nx = hit.nx
      ny = hit.ny
      nz = hit.nz
    }
  }
  set(0, 0, 0, 0)
  if (box < 0) return
  const at = BOXES + box * 9
  const px: f32 = x * best
  const py: f32 = y * best
  const grain = fbm(px * 9 + py * 3, py * 30 + best * 20, 3, scene.seed + box)
  set(variant(at + 6), variant(at + 7), variant(at + 8), 1)
  gain(0.8 + 0.35 * grain)
  const ux: f32 = abs<f32>(px - variant(at)) / variant(at + 3)
  const uy: f32 = abs<f32>(py - variant(at + 1)) / variant(at + 4)
  const uz: f32 = abs<f32>(best - variant(at + 2)) / variant(at + 5)
  const rim: f32 = most(
    most(ux * (1 - abs<f32>(nx)), uy * (1 - abs<f32>(ny))),
    uz * (1 - abs<f32>(nz)),
  )
  const foot: f32 = py + variant(1)
  gain((1 - 0.22 * smooth(0.9, 1, rim)) * (0.45 + 0.55 * smooth(0, 0.3, foot)))
  light(px, py, best, nx, ny, nz)
  ink.a = 1
}

export function interior(layer: i32, x: f32, y: f32): void {
  if (layer == 0) room(x, y)
  else if (layer == 1) furniture(x, y, 4, 8)
  else furniture(x, y, 0, 4)
}
