import { bell, clamp01, mix, most, smooth } from './curve'
import { gain, set, toward } from './ink'
import { hash, noise } from './noise'
import { scene, variant } from './scene'

const TALL: f32 = 0.3
const BAY: f32 = 0.86
const BOOK: f32 = 0.042

function wood(u: f32, v: f32, k: f32): void {
  set(0.26, 0.145, 0.07, 1)
  gain(k * (0.75 + 0.4 * noise(u * 9, v * 70, scene.seed + 21)))
}

/** Left border of a book; they differ in width. */
function border(c: i32, row: i32): f32 {
  return (<f32>c + 0.55 * hash(c, row, scene.seed + 22)) * BOOK
}

/** Shelves of books along a wall, u across and y up; false above the top board. */
export function books(u: f32, y: f32): bool {
  const v: f32 = y + variant(1) - 0.12
  const rows: f32 = floor<f32>((variant(1) + variant(2) - 0.3) / TALL)
  if (v > rows * TALL + 0.03) return false
  if (v < 0) {
    wood(u, v, 0.8)
    return true
  }
  const row = <i32>floor<f32>(v / TALL)
  const up: f32 = v - <f32>row * TALL
  const bay: f32 = u / BAY - floor<f32>(u / BAY)
  if (up < 0.028 || bay < 0.035) {
    wood(u, v, up < 0.028 ? 0.75 + 0.45 * smooth(0, 0.028, up) : 0.95)
    return true
  }
  let c = <i32>floor<f32>(u / BOOK)
  if (u < border(c, row)) c -= 1
  const from = border(c, row)
  const across: f32 = (u - from) / (border(c + 1, row) - from)
  const h = hash(c, row, scene.seed + 23)
  const high: f32 = TALL * (0.6 + 0.26 * h) - (hash(c, row, 5) > 0.93 ? TALL : 0)
  const stand: f32 = (up - 0.028) / most(high, 0.001)
  const roof: f32 = 1 - 0.65 * smooth(TALL * 0.5, TALL, up)
  if (high < 0 || stand > 1) {
    wood(u, v, 0.22 * roof)
    return true
  }
  const hue = hash(c, row, scene.seed + 24)
  if (hue < 0.3) set(0.34, 0.07, 0.05, 1)
  else if (hue < 0.5) set(0.07, 0.16, 0.1, 1)
  else if (hue < 0.68) set(0.07, 0.11, 0.24, 1)
  else if (hue < 0.84) set(0.4, 0.24, 0.09, 1)
  else set(0.6, 0.54, 0.42, 1)
  toward(scene.accentR * 0.6, scene.accentG * 0.6, scene.accentB * 0.6, hue * 0.3)
  const tone: f32 = mix(0.65, 1.15, hash(c, row, scene.seed + 25))
  const round: f32 = across * 2 - 1
  gain(tone * roof * (1 - 0.62 * round * round * abs<f32>(round)))
  const gilt: f32 =
    bell((stand - 0.84) / 0.02) + bell((stand - 0.14) / 0.02) + (h > 0.5 ? label(across, stand) : 0)
  toward(0.72, 0.55, 0.26, clamp01(gilt) * 0.6 * roof)
  return true
}

function label(across: f32, stand: f32): f32 {
  return (
    smooth(0.62, 0.65, stand) *
    smooth(0.78, 0.75, stand) *
    smooth(0.42, 0.36, abs<f32>(across - 0.5))
  )
}
