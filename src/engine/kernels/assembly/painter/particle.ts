import { blob, pixelX, pixelY } from './blob'
import { fract, mix, most, sine } from './curve'
import { camera, loop, nearNow, screenX, screenY, turned } from './layer'
import { hash } from './noise'
import { loadPixel, ONE, storePixel } from './pixel'
import { scene } from './scene'

function streak(
  frame: usize,
  width: i32,
  row0: i32,
  row1: i32,
  x: f32,
  y: f32,
  long: f32,
  k: f32,
): void {
  const y0 = max<i32>(<i32>y, row0)
  const y1 = min<i32>(<i32>(y + long), row1)
  const c = f32x4(
    mix(scene.skyLoR, 0.5, 0.3) * k * ONE,
    mix(scene.skyLoG, 0.5, 0.3) * k * ONE,
    mix(scene.skyLoB, 0.55, 0.3) * k * ONE,
    0,
  )
  for (let j = y0; j < y1; j++) {
    const at: f32 = x - (<f32>j - y) * 0.1
    const i = <i32>floor<f32>(at)
    if (i < 0 || i >= width - 1) continue
    const f: f32 = at - <f32>i
    const fade: f32 = (<f32>j - y) / long
    const p = frame + ((<usize>j * <usize>width + <usize>i) << 3)
    storePixel(p, f32x4.add(loadPixel(p), f32x4.mul(c, f32x4.splat((1 - f) * fade))))
    storePixel(p + 8, f32x4.add(loadPixel(p + 8), f32x4.mul(c, f32x4.splat(f * fade))))
  }
}

/** Which copies of a field that repeats every `span` can show between two places on screen. */
class copies {
  static first: i32 = 0
  static last: i32 = 0
}

function spread(place: f32, span: f32, from: f32, to: f32): void {
  copies.first = <i32>ceil<f32>((from - place) / span)
  copies.last = <i32>floor<f32>((to - place) / span)
}

/** Falling, rising or floating things: 0 rain, 1 snow, 2 dust, 3 bubbles, 4 leaves, 5 embers. */
export function particleRows(
  frame: usize,
  width: i32,
  row0: i32,
  row1: i32,
  kind: i32,
  count: i32,
): void {
  const t = camera.time
  const round = loop.period > 0
  const tall: f32 = scene.top + scene.bot + 0.2
  const wide: f32 = scene.halfW * 2.5 + 0.2
  const left: f32 = -scene.middle * scene.px
  const right: f32 = left + <f32>width * scene.px
  const upper: f32 = scene.viewTop - <f32>row0 * scene.px
  const lower: f32 = scene.viewTop - <f32>row1 * scene.px
  for (let n = 0; n < count; n++) {
    // In a loop two that are half a fall apart may change places.
    const own = round ? n >> 1 : n
    const a = hash(own, 1, scene.seed)
    const b: f32 = hash(own, 2, scene.seed) + (round ? <f32>(n & 1) * 0.5 : 0)
    const c = hash(own, 3, scene.seed)
    const near: f32 = 0.15 + 1.2 * a * a
    let fall: f32 = 2.3 + near
    let wander: f32 = 0
    if (kind == 1) {
      fall = 0.1 + 0.16 * near
      wander = 0.03 * sine(turned(0.7 + c) + c * 40)
    } else if (kind == 2) {
      fall = 0.012 * sine(c * 50)
      wander = 0.04 * sine(turned(0.3 * (0.5 + c)) + c * 60)
    } else if (kind == 3) {
      fall = -0.12 - 0.12 * c
      wander = 0.012 * sine(turned(3) + c * 50)
    } else if (kind == 4) {
      fall = 0.1 + 0.08 * c
      wander = 0.08 * sine(turned(0.8 + c) + c * 40)
    } else if (kind == 5) {
      fall = -0.1 - 0.1 * c
      wander = 0.03 * sine(turned(1.7) + c * 50)
    }
    const blown: f32 = !round && (kind == 1 || kind == 4) ? t * 0.02 : 0
    const across: f32 = fract(c * 7.13 + blown) * 2 - 1
    const pace: f32 = round
      ? nearest<f32>(((2 * fall) / tall) * loop.period) / (2 * loop.period)
      : fall / tall
    const y: f32 = -scene.bot - 0.1 + tall * fract(b - t * pace)
    const x: f32 = across * (scene.halfW * 1.25 + 0.1) + wander
    const grown: f32 = (1 + camera.moveZ * nearNow(near)) * camera.zoom
    const reach: f32 = 0.1 + 0.07 * near
    spread(screenX(x, near), wide * grown, left - reach, right + reach)
    const firstX = copies.first
    const lastX = copies.last
    spread(screenY(y, near), tall * grown, lower - reach, upper + reach)
    for (let v = copies.first; v <= copies.last; v++) {
      for (let u = firstX; u <= lastX; u++) {
        const sx = pixelX(screenX(x + <f32>u * wide, near))
        const sy = pixelY(screenY(y + <f32>v * tall, near))
        speck(frame, width, row0, row1, kind, sx, sy, near, a, b, c)
      }
    }
  }
}

/** Draws one thing at a pixel; a, b and c are its own numbers. */
function speck(
  frame: usize,
  width: i32,
  row0: i32,
  row1: i32,
  kind: i32,
  sx: f32,
  sy: f32,
  near: f32,
  a: f32,
  b: f32,
  c: f32,
): void {
  const grey: f32 = 0.35 + 0.25 * (scene.skyLoR + scene.skyLoG + scene.skyLoB)
  const unit: f32 = 1 / scene.px
  if (kind == 0) {
    const k: f32 = (0.07 + 0.16 * near) * loop.ease
    streak(frame, width, row0, row1, sx, sy, (0.03 + 0.07 * near) * unit, k)
  } else if (kind == 1) {
    const r: f32 = (0.0016 + 0.005 * near * near) * unit
    const k: f32 = grey * (near > 0.9 ? 0.55 : 0.9)
    blob(frame, width, row0, row1, sx, sy, most(r, 1), f32x4(k, k, k * 1.04, 0), 0.4, 0.75)
  } else if (kind == 2) {
    const k: f32 = (0.25 + 0.75 * (0.5 + 0.5 * sine(turned(0.8 + c * 2) + c * 30))) * 0.5
    const l = f32x4(scene.lightR * k, scene.lightG * k, scene.lightB * k, 0)
    blob(frame, width, row0, row1, sx, sy, (0.002 + 0.005 * near * a) * unit, l, 0.1, 0)
  } else if (kind == 3) {
    const k: f32 = 0.2 + 0.5 * scene.skyLoG
    const r: f32 = (0.002 + 0.006 * near * c) * unit
    blob(frame, width, row0, row1, sx, sy, r, f32x4(k * 0.3, k * 0.4, k * 0.4, 0), 1, 0.1)
    const o: f32 = r * 0.35
    blob(frame, width, row0, row1, sx - o, sy - o, r * 0.4, f32x4(k, k, k, 0), 0, 0)
  } else if (kind == 4) {
    const k: f32 = 0.4 + 0.6 * c
    const l = f32x4(scene.accentR * k, scene.accentG * k * (0.5 + b), scene.accentB * k, 0)
    const flip: f32 = 0.4 + 0.6 * abs<f32>(sine(turned(2.2) + c * 20))
    blob(frame, width, row0, row1, sx, sy, (0.003 + 0.006 * near) * flip * unit, l, 0.8, 0.9)
  } else {
    const k: f32 = 1.6 * (0.4 + 0.6 * abs<f32>(sine(turned(3) + c * 30)))
    const l = f32x4(scene.accentR * k, scene.accentG * k, scene.accentB * k, 0)
    blob(frame, width, row0, row1, sx, sy, (0.003 + 0.004 * near) * unit, l, 0, 0)
  }
}
