import { clamp01, fract, least, most, sine, smooth } from './curve'
import { fbm, noise } from './noise'
import { loadPixel, storePixel } from './pixel'
import { scene } from './scene'

/** Sheet and page: source picture in display values 0…255, its size, the length of 1/720 side. */
class page {
  static source: usize = 0
  static width: i32 = 0
  static height: i32 = 0
  static unit: f32 = 1
  /** Pixel at which the frame begins; what is painted may be a window wider than it. */
  static left: f32 = 0
  static top: f32 = 0
}

function at(x: i32, y: i32): v128 {
  const i = min<i32>(max<i32>(x, 0), page.width - 1)
  const j = min<i32>(max<i32>(y, 0), page.height - 1)
  const p = page.source + ((<usize>(j * page.width + i)) << 3)
  return f32x4.mul(loadPixel(p), f32x4.splat(0.015625))
}

function luma(c: v128): f32 {
  return (
    f32x4.extract_lane(c, 0) * 0.00083 +
    f32x4.extract_lane(c, 1) * 0.0028 +
    f32x4.extract_lane(c, 2) * 0.00028
  )
}

/** Strength of the contour through a point, by differences r pixels apart. */
function contour(x: i32, y: i32, r: i32): f32 {
  const dx = f32x4.sub(at(x + r, y), at(x - r, y))
  const dy = f32x4.sub(at(x, y + r), at(x, y - r))
  const ex = f32x4.sub(at(x + r, y + r), at(x - r, y - r))
  const q = f32x4.add(f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy)), f32x4.mul(ex, ex))
  const s: f32 = f32x4.extract_lane(q, 0) + f32x4.extract_lane(q, 1) + f32x4.extract_lane(q, 2)
  return sqrt<f32>(s) * 0.0026
}

function ink(x: i32, y: i32, paper: v128): v128 {
  const r = max<i32>(1, <i32>(page.unit + 0.5))
  const u: f32 = (<f32>x - page.left) / page.unit
  const v: f32 = (<f32>y - page.top) / page.unit
  const wob = noise(u * 0.06, v * 0.06, 3)
  const line: f32 = smooth(0.1, 0.32, contour(x, y, r) * (0.75 + 0.5 * wob))
  const l = luma(at(x, y))
  const hatch: f32 = smooth(0.2, 0.75, sine((u + v + wob * 5) * 0.9)) * smooth(0.42, 0.16, l)
  const cross: f32 = smooth(0.25, 0.8, sine((u - v + wob * 5) * 0.9)) * smooth(0.22, 0.06, l)
  const dark = clamp01(most(line, most(hatch, cross) * 0.72))
  const wash = f32x4.add(
    f32x4.mul(paper, f32x4.splat(0.86)),
    f32x4.mul(at(x, y), f32x4.splat(0.13)),
  )
  const k = f32x4.splat(dark * 0.92)
  return f32x4.add(
    f32x4.mul(wash, f32x4.sub(f32x4.splat(1), k)),
    f32x4.mul(f32x4(22, 22, 30, 0), k),
  )
}

function manga(x: i32, y: i32, paper: v128): v128 {
  const r = max<i32>(1, <i32>(page.unit * 1.2 + 0.5))
  const u: f32 = (<f32>x - page.left) / page.unit
  const v: f32 = (<f32>y - page.top) / page.unit
  const l: f32 =
    luma(at(x, y)) * 0.6 +
    0.1 *
      (luma(at(x + 2 * r, y)) +
        luma(at(x - 2 * r, y)) +
        luma(at(x, y + 2 * r)) +
        luma(at(x, y - 2 * r)))
  const line: f32 = smooth(0.12, 0.22, contour(x, y, r))
  const cell: f32 = 6.2
  const a: f32 = fract(((u + v) * 0.7071) / cell) - 0.5
  const b: f32 = fract(((u - v) * 0.7071) / cell) - 0.5
  const tone: f32 = smooth(0.74, 0.2, l)
  const radius: f32 = 0.62 * sqrt<f32>(tone)
  const soft: f32 = 0.7 / (cell * page.unit)
  const dot: f32 = tone < 0.04 ? 0 : smooth(radius + soft, radius - soft, sqrt<f32>(a * a + b * b))
  const black: f32 = smooth(0.2, 0.15, l)
  const light: f32 = smooth(0.17, 0.25, contour(x, y, r)) * black
  const k = f32x4.splat(clamp01(most(most(line * (1 - black), dot), black) - light * 0.9))
  return f32x4.add(
    f32x4.mul(paper, f32x4.sub(f32x4.splat(1), k)),
    f32x4.mul(f32x4(14, 14, 18, 0), k),
  )
}

/** How much paint the frame's ragged border leaves; a window beyond the frame has none. */
function raggedEdge(x: i32, y: i32): f32 {
  const whole = scene.halfW * 2 > (<f32>page.width - 0.5) * scene.px
  if (!whole || page.left != 0 || page.top != 0) return 1
  const bx: f32 = least(<f32>x, <f32>(page.width - 1 - x)) / page.unit
  const by: f32 = least(<f32>y, <f32>(page.height - 1 - y)) / page.unit
  const u: f32 = <f32>x / page.unit
  const v: f32 = <f32>y / page.unit
  return smooth(6, 13, least(bx, by) + (fbm(u * 0.05, v * 0.05, 4, 13) - 0.5) * 26)
}

function watercolour(x: i32, y: i32, paper: v128): v128 {
  const u: f32 = (<f32>x - page.left) / page.unit
  const v: f32 = (<f32>y - page.top) / page.unit
  const wx: f32 =
    (noise(u * 0.045, v * 0.045, 5) - 0.5) * 13 + (noise(u * 0.2, v * 0.2, 6) - 0.5) * 5
  const wy: f32 =
    (noise(u * 0.045, v * 0.045, 7) - 0.5) * 13 + (noise(u * 0.2, v * 0.2, 8) - 0.5) * 5
  const sx = x + <i32>(wx * page.unit)
  const sy = y + <i32>(wy * page.unit)
  const r = max<i32>(1, <i32>(page.unit * 3.2))
  let c = f32x4.add(
    f32x4.add(at(sx - r, sy), at(sx + r, sy)),
    f32x4.add(at(sx, sy - r), at(sx, sy + r)),
  )
  c = f32x4.add(f32x4.mul(c, f32x4.splat(0.18)), f32x4.mul(at(sx, sy), f32x4.splat(0.28)))
  const rim: f32 = smooth(0.05, 0.34, contour(sx, sy, r))
  const pool = fbm(u * 0.012 + 3, v * 0.012, 4, 9)
  const grain: f32 = 0.93 + 0.14 * noise(u * 0.55, v * 0.55, 11) * noise(u * 1.3, v * 1.3, 12)
  const l = luma(c)
  const steps: f32 = 6
  const q: f32 = (floor<f32>(l * steps) + smooth(0.3, 0.7, fract(l * steps))) / steps
  c = f32x4.mul(c, f32x4.splat((0.35 + (0.65 * (q + 0.06)) / (l + 0.06)) * (1 - 0.38 * rim)))
  const thin: f32 = clamp01(0.2 + 0.42 * pool + 0.2 * l)
  c = f32x4.add(c, f32x4.mul(f32x4.sub(paper, c), f32x4.splat(thin * 0.4)))
  const torn = raggedEdge(x, y)
  c = f32x4.add(f32x4.mul(c, f32x4.splat(torn)), f32x4.mul(paper, f32x4.splat(1 - torn)))
  return f32x4.mul(c, f32x4.splat(grain))
}

/** The calmest of four neighbourhoods, three by three points each. */
function oil(x: i32, y: i32): v128 {
  const u: f32 = (<f32>x - page.left) / page.unit
  const v: f32 = (<f32>y - page.top) / page.unit
  const turn: f32 = noise(u * 0.014, v * 0.014, 15) * 9
  const ax = sine(turn + 1.5708) * page.unit * 1.7
  const ay = sine(turn) * page.unit * 1.7
  let best: f32 = 1e9
  let pick = f32x4.splat(0)
  for (let n = 0; n < 4; n++) {
    const fx: f32 = n & 1 ? 1 : -1
    const fy: f32 = n & 2 ? 1 : -1
    let sum = f32x4.splat(0)
    let square = f32x4.splat(0)
    for (let j = 0; j < 3; j++) {
      for (let i = 0; i < 3; i++) {
        const p: f32 = <f32>i * fx * 1.6
        const q: f32 = <f32>j * fy
        const c = at(x + <i32>(p * ax - q * ay), y + <i32>(p * ay + q * ax))
        sum = f32x4.add(sum, c)
        square = f32x4.add(square, f32x4.mul(c, c))
      }
    }
    const m = f32x4.mul(sum, f32x4.splat(0.11111))
    const s = f32x4.sub(f32x4.mul(square, f32x4.splat(0.11111)), f32x4.mul(m, m))
    const d: f32 = f32x4.extract_lane(s, 0) + f32x4.extract_lane(s, 1) + f32x4.extract_lane(s, 2)
    if (d < best) {
      best = d
      pick = m
    }
  }
  const along: f32 = (u * sine(turn) - v * sine(turn + 1.5708)) * 0.55
  const bristle: f32 = noise(along, (u + v) * 0.045, 16)
  return f32x4.mul(pick, f32x4.splat(0.9 + 0.2 * bristle))
}

/** Redraws rows of a developed picture by hand: 1 ink, 2 manga, 3 watercolour, 4 oil. */
export function styliseRows(
  source: usize,
  width: i32,
  height: i32,
  row0: i32,
  row1: i32,
  target: usize,
  kind: i32,
  r: f32,
  g: f32,
  b: f32,
): void {
  page.source = source
  page.width = width
  page.height = height
  page.unit = 1 / (scene.px * 720)
  page.left = nearest<f32>(scene.middle - scene.halfW / scene.px)
  page.top = nearest<f32>((scene.viewTop - scene.top) / scene.px)
  const paper = f32x4(r * 255, g * 255, b * 255, 0)
  for (let j = row0; j < row1; j++) {
    for (let i = 0; i < width; i++) {
      let c: v128
      if (kind == 1) c = ink(i, j, paper)
      else if (kind == 2) c = manga(i, j, paper)
      else if (kind == 3) c = watercolour(i, j, paper)
      else c = oil(i, j)
      storePixel(target + ((<usize>(j * width + i)) << 3), f32x4.mul(c, f32x4.splat(64)))
    }
  }
}
