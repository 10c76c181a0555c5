import { least, most, sine } from './curve'
import { camera, nearNow, real, sourceX, sourceY, word } from './layer'
import { across, choose, lay, slide, stretch, style } from './lay'
import { blend } from './pixel'
import { scene } from './scene'

/** The nearest whole number if x is almost one. */
function snapped(x: f32): f32 {
  const n = nearest<f32>(x)
  return abs<f32>(x - n) < 0.004 ? n : x
}

/** Vertical place of a screen row in a layer's texture, in texels. */
function textureRow(table: usize, k: i32, y: f32, nearness: f32): f32 {
  let sy: f32 = sourceY(y, nearness) - real(table, k, 12)
  const base = real(table, k, 14)
  if (word(table, k, 19) == 1) sy = 2 * base - sy
  return snapped((real(table, k, 5) - sy) * real(table, k, 6) - 0.5)
}

function swing(table: usize, k: i32, y: f32): f32 {
  const amount = real(table, k, 13)
  if (amount == 0) return 0
  const base = real(table, k, 14)
  const phase = real(table, k, 16)
  const second = real(table, k, 22)
  const f = real(table, k, 15)
  if (word(table, k, 21) == 1) {
    const d: f32 = most(base - y, 0)
    return (
      amount * (sine(y * f + phase) + 0.6 * sine(y * f * 2.3 - second)) * least(d * 12 + 0.15, 1)
    )
  }
  const d: f32 = most(y - base, 0)
  return amount * d * (sine(phase + y * f) + 0.35 * sine(second + y * f * 2))
}

/** Nearness at a screen point: planes through the lens's moves stay planes. */
function nearnessAt(table: usize, k: i32, x: f32, y: f32): f32 {
  const flat = nearNow(real(table, k, 7))
  const f = real(table, k, 8)
  const c = real(table, k, 9)
  const s = real(table, k, 10)
  const u: f32 = x / camera.zoom + camera.turnX
  const v: f32 = y / camera.zoom + camera.turnY
  const floor: f32 = (f * -v) / most(1 + camera.moveY * f, 0.3)
  const ceiling: f32 = (c * v) / most(1 - camera.moveY * c, 0.3)
  const aside: f32 = u > 0 ? -camera.moveX : camera.moveX
  const wall: f32 = (s * abs<f32>(u)) / most(1 + aside * s, 0.3)
  return most(most(flat, floor), most(ceiling, wall))
}

function drawFlatRow(table: usize, k: i32, row: usize, width: i32, y: f32, base: bool): void {
  const near = nearnessAt(table, k, 0, y)
  const ty = textureRow(table, k, y, near)
  const height = word(table, k, 3)
  const solid = word(table, k, 23)
  let iy = <i32>floor<f32>(ty)
  let fy: f32 = ty - <f32>iy
  if (iy < 0 || iy >= height - 1) {
    if (!solid && (ty <= -1 || iy >= height)) return
    if (iy < 0) {
      iy = 0
      fy = 0
    } else {
      iy = height - 2
      fy = 1
    }
  }
  const tw = word(table, k, 2)
  const notes = <usize>word(table, k, 1)
  const first = min<i32>(load<i32>(notes + iy * 12), load<i32>(notes + iy * 12 + 12))
  const last = max<i32>(load<i32>(notes + iy * 12, 4), load<i32>(notes + iy * 12 + 12, 4))
  if (last < first) return
  const inverse = real(table, k, 6)
  const shift: f32 = real(table, k, 11) + swing(table, k, sourceY(y, near))
  const start: f32 = snapped(
    (sourceX((0.5 - scene.middle) * scene.px, near) - shift - real(table, k, 4)) * inverse - 0.5,
  )
  const step: f32 = (scene.px / camera.zoom / (1 + camera.moveZ * near)) * inverse
  let x0 = <i32>ceil<f32>((<f32>first - 1 - start) / step)
  let x1 = <i32>floor<f32>((<f32>last + 1 - start) / step)
  if (solid) {
    x0 = 0
    x1 = width - 1
  }
  x0 = max<i32>(x0, 0)
  x1 = min<i32>(x1, width - 1)
  const texture = <usize>word(table, k, 0)
  const p0 = texture + ((<usize>iy * <usize>tw) << 3)
  const p1 = p0 + ((<usize>tw) << 3)
  choose(table, k, base)
  const vy = i16x8.splat(<i16>(fy * 32767))
  const stride = <i32>(step * 65536 + 0.5)
  const end = ((tw - 1) << 16) - 1
  const at = <i32>((start + step * <f32>x0) * 65536)
  if (stride != 65536) {
    stretch(row, p0, p1, x0, x1, at, stride, end, vy)
    return
  }
  const inner = min<i32>(max<i32>(x0 + ((0xffff - at) >> 16), x0), x1 + 1)
  const outer = max<i32>(min<i32>(x0 + ((end - at) >> 16), x1), inner - 1)
  if (inner > x0) stretch(row, p0, p1, x0, inner - 1, at, stride, end, vy)
  slide(row, p0, p1, inner, outer, at + ((inner - x0) << 16), vy)
  if (outer < x1) {
    stretch(row, p0, p1, outer + 1, x1, at + ((outer + 1 - x0) << 16), stride, end, vy)
  }
}

/** A layer whose nearness also changes along the row (rooms, streets), eight pixels a piece. */
function drawDeepRow(table: usize, k: i32, row: usize, width: i32, y: f32, base: bool): void {
  const tw = word(table, k, 2)
  const height = word(table, k, 3)
  const texture = <usize>word(table, k, 0)
  const pitch = (<usize>tw) << 3
  const left = real(table, k, 4)
  const inverse = real(table, k, 6)
  choose(table, k, base)
  const mode = style.mode
  const more = style.more
  const low = i64x2(-1, 0)
  const maxX: f32 = <f32>tw - 1.001
  const maxY: f32 = <f32>height - 1.001
  const half: f32 = scene.middle - 0.5
  let x: f32 = -half * scene.px
  const far: f32 = (<f32>width - 1 - half) * scene.px
  const core: f32 = least(most(x, 0), far)
  const middle = textureRow(table, k, y, nearnessAt(table, k, core, y))
  const one = textureRow(table, k, y, nearnessAt(table, k, x, y))
  const other = textureRow(table, k, y, nearnessAt(table, k, far, y))
  if (most(middle, most(one, other)) < -1) return
  if (least(middle, least(one, other)) > <f32>height) return
  let near = nearnessAt(table, k, x, y)
  let tx: f32 = least(most((sourceX(x, near) - left) * inverse - 0.5, 0), maxX)
  let ty: f32 = least(most(textureRow(table, k, y, near), 0), maxY)
  for (let i = 0; i < width; i += 8) {
    x = (<f32>(i + 8) - half) * scene.px
    near = nearnessAt(table, k, x, y)
    const ux: f32 = least(most((sourceX(x, near) - left) * inverse - 0.5, 0), maxX)
    const uy: f32 = least(most(textureRow(table, k, y, near), 0), maxY)
    let ax = <i32>(tx * 65536)
    let ay = <i32>(ty * 65536)
    const bx = <i32>((ux - tx) * 8192)
    const by = <i32>((uy - ty) * 8192)
    const end = min<i32>(i + 8, width)
    for (let n = i; n < end; n += 2) {
      const p = texture + ((<usize>(ay >> 16) * <usize>tw + <usize>(ax >> 16)) << 3)
      const v = i16x8.splat(<i16>((ay & 0xffff) >> 1))
      const c = blend(v128.load(p), v128.load(p + pitch), v)
      const f = i16x8.splat(<i16>((ax & 0xffff) >> 1))
      ax += bx
      ay += by
      const q = texture + ((<usize>(ay >> 16) * <usize>tw + <usize>(ax >> 16)) << 3)
      const w = i16x8.splat(<i16>((ay & 0xffff) >> 1))
      const d = blend(v128.load(q), v128.load(q + pitch), w)
      const g = i16x8.splat(<i16>((ax & 0xffff) >> 1))
      const texels = across(c, d, v128.bitselect(f, g, low))
      lay(row + ((<usize>n) << 3), texels, mode, more, n + 1 < end)
      ax += bx
      ay += by
    }
    tx = ux
    ty = uy
  }
}

function hidesRow(table: usize, k: i32, y: f32, width: i32): bool {
  if (word(table, k, 20) == 0 || word(table, k, 18) != 0) return false
  if (real(table, k, 10) != 0) return word(table, k, 23) == 2
  if (real(table, k, 17) < 1) return false
  const near = nearnessAt(table, k, 0, y)
  const ty = textureRow(table, k, y, near)
  const shift: f32 = real(table, k, 11) + real(table, k, 4)
  const side: f32 = <f32>word(table, k, 2) / real(table, k, 6)
  const from: f32 = sourceX(-scene.middle * scene.px, near) - shift
  const to: f32 = sourceX((<f32>width - scene.middle) * scene.px, near) - shift
  if (word(table, k, 23) == 0 && (from < 0 || to > side || real(table, k, 13) != 0)) return false
  const end = word(table, k, 3) - 2
  let iy = <i32>floor<f32>(ty)
  if (iy < 0 || iy > end) {
    if (word(table, k, 23) != 2) return false
    iy = max<i32>(min<i32>(iy, end), 0)
  }
  const notes = <usize>word(table, k, 1) + <usize>(iy * 12)
  return load<i32>(notes, 8) == 1 && load<i32>(notes, 20) == 1
}

/** Lays layers first…last (exclusive) over rows of the frame, skipping what is hidden. */
export function composeRows(
  frame: usize,
  width: i32,
  row0: i32,
  row1: i32,
  table: usize,
  first: i32,
  last: i32,
  clear: i32,
): void {
  for (let j = row0; j < row1; j++) {
    const y: f32 = scene.viewTop - (<f32>j + 0.5) * scene.px
    const row = frame + ((<usize>j * <usize>width) << 3)
    let start = first
    let base = -1
    for (let k = last - 1; k >= first; k--) {
      if (hidesRow(table, k, y, width)) {
        start = k
        if (word(table, k, 23) != 0) base = k
        break
      }
    }
    const moved = camera.moveX != 0 || camera.moveY != 0 || camera.moveZ != 0
    if (clear && base < 0) memory.fill(row, 0, (<usize>width) << 3)
    for (let k = start; k < last; k++) {
      if (word(table, k, 20) == 0) continue
      if (moved && real(table, k, 10) != 0) drawDeepRow(table, k, row, width, y, k == base)
      else drawFlatRow(table, k, row, width, y, k == base)
    }
  }
}
