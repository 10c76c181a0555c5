import { camera, sourceY, swung } from './layer'
import { ONE } from './pixel'
import { scene } from './scene'

/** Sine of four angles at once, radians. */
function wave4(x: v128): v128 {
  let t = f32x4.mul(x, f32x4.splat(0.15915494))
  t = f32x4.sub(t, f32x4.nearest(t))
  const y = f32x4.sub(
    f32x4.mul(t, f32x4.splat(8)),
    f32x4.mul(f32x4.mul(t, f32x4.splat(16)), f32x4.abs(t)),
  )
  return f32x4.mul(y, f32x4.add(f32x4.splat(0.775), f32x4.mul(f32x4.abs(y), f32x4.splat(0.225))))
}

function scaled(a: v128, k: f32): v128 {
  return f32x4.mul(a, f32x4.splat(k))
}

function plus(a: v128, k: f32): v128 {
  return f32x4.add(a, f32x4.splat(k))
}

class fold {
  static x: v128 = f32x4.splat(0)
  static y: v128 = f32x4.splat(0)
}

/** Height of folded cloth at four points; the folded coordinates stay in `fold` for colour. */
function cloth(x: v128, y: v128, s: f32, pull: f32, folds: i32): v128 {
  let k: f32 = 1.1
  for (let n = 0; n < folds; n++) {
    const p: f32 = s * (1.3 + <f32>n) + swung(0.22 + 0.05 * <f32>n, <f32>n * 2.1)
    x = f32x4.add(x, scaled(wave4(plus(scaled(y, k * 1.7), p)), pull / k))
    y = f32x4.add(y, scaled(wave4(plus(scaled(x, k * 1.4), p * 1.3 + 1.7)), (pull * 0.75) / k))
    k *= 1.62
  }
  fold.x = x
  fold.y = y
  const a = wave4(plus(scaled(x, 2.1), swung(0.2, 4.4)))
  const b = wave4(plus(f32x4.add(scaled(y, 1.5), x), s))
  return f32x4.add(scaled(a, 0.62), scaled(b, 0.38))
}

function mix4(a: f32, b: f32, t: v128): v128 {
  return plus(scaled(t, b - a), a)
}

function clamp4(a: v128): v128 {
  return f32x4.pmin(f32x4.pmax(a, f32x4.splat(0)), f32x4.splat(1))
}

/**
 * Shades the whole frame anew: kind 0 silk, 1 fluted glass before colour, 2 liquid metal. Cloth is so
 * soft that every second row is shaded and those between are their neighbours' mean; row0 is even.
 */
export function flowRows(frame: usize, width: i32, row0: i32, row1: i32, kind: i32): void {
  const pitch = width << 3
  for (let j = row0; j < row1; j += 2) {
    if (j == row0) shadeRow(frame, width, j, j, kind)
    if (j + 1 >= row1) break
    // The row after the last of these is another worker's: it is shaded in the place of the mean.
    const own = j + 2 < row1
    shadeRow(frame, width, j + 2, own ? j + 2 : j + 1, kind)
    const a = frame + <usize>(j * pitch)
    const b = a + (own ? 2 * pitch : pitch)
    for (let o = 0; o + 16 <= pitch; o += 16) {
      v128.store(a + pitch + o, i16x8.avgr_u(v128.load(a + o), v128.load(b + o)))
    }
    if (width & 1) {
      const o = pitch - 8
      const c = i16x8.avgr_u(v128.load64_zero(a + o), v128.load64_zero(b + o))
      v128.store64_lane(a + pitch + o, c, 0)
    }
  }
}

/** Shades row j of the picture into row `into` of the frame. */
function shadeRow(frame: usize, width: i32, j: i32, into: i32, kind: i32): void {
  const s: f32 = <f32>(scene.seed % 97) * 0.37
  const px = scene.px
  const zoom: f32 = 1 / (camera.zoom * (1 + camera.moveZ * 0.6))
  const scale: f32 = kind == 1 ? 2.1 : kind == 0 ? 3.1 : 1.15
  const pull: f32 = kind == 2 ? 0.85 : 0.72
  const tall: f32 = kind == 2 ? 0.34 : 0.3
  const folds = kind == 2 ? 4 : 3
  const e: f32 = 0.006
  const across: f32 = px * zoom * scale
  const flutes: f32 = 9 + 9 * scene.density
  const one = f32x4.splat(1)
  const sy: f32 = sourceY(scene.viewTop - (<f32>j + 0.5) * px, 0.6) * scale
  const lean: f32 = sy * 0.35 + s
  let nextH = f32x4.splat(0)
  let nextX = nextH
  let nextY = nextH
  let nextAt = -1
  for (let i = 0; i < width; i += 4) {
    const at = min<i32>(i, width - 4)
    const x0: f32 = (<f32>at + 0.5 - scene.middle) * px
    let x = plus(
      scaled(f32x4(x0, x0 + px, x0 + 2 * px, x0 + 3 * px), zoom),
      camera.turnX + camera.moveX * 0.6,
    )
    let bevel = f32x4.splat(0)
    if (kind == 1) {
      const u = scaled(x, flutes)
      const c = f32x4.sub(u, f32x4.nearest(u))
      bevel = scaled(c, 2)
      x = f32x4.sub(
        x,
        scaled(f32x4.mul(c, f32x4.sub(f32x4.splat(1.25), f32x4.mul(c, c))), 2.6 / flutes),
      )
    }
    const fx = plus(scaled(x, scale), s)
    const fy = f32x4.splat(lean)
    let h = nextH
    let cx = nextX
    let cy = nextY
    if (nextAt != at) {
      h = cloth(fx, fy, s, pull, folds)
      cx = fold.x
      cy = fold.y
    }
    let dx: v128
    if (kind == 1) dx = scaled(f32x4.sub(cloth(plus(fx, e), fy, s, pull, folds), h), tall / e)
    else {
      const after = cloth(plus(fx, across * 4), fy, s, pull, folds)
      nextH = after
      nextX = fold.x
      nextY = fold.y
      nextAt = at + 4
      dx = scaled(f32x4.sub(v128.shuffle<f32>(h, after, 1, 2, 3, 4), h), tall / across)
    }
    const dy = scaled(f32x4.sub(cloth(fx, plus(fy, e), s, pull, folds), h), tall / e)
    const q = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy))
    const inv = f32x4.div(one, f32x4.sqrt(f32x4.add(q, one)))
    const nx = f32x4.sub(f32x4.splat(0), f32x4.mul(dx, inv))
    const ny = f32x4.sub(f32x4.splat(0), f32x4.mul(dy, inv))
    let lam = f32x4.add(scaled(nx, scene.lx), scaled(ny, scene.ly))
    lam = f32x4.add(lam, scaled(inv, 0.5))
    const lit = clamp4(plus(scaled(lam, 1.15), -0.08))
    const rim = f32x4.sub(one, inv)
    const a = clamp4(plus(scaled(wave4(scaled(cx, 0.9)), 0.6), 0.5))
    const b = clamp4(plus(scaled(wave4(plus(scaled(cy, 0.8), s)), 0.75), 0.3))
    const hx = plus(nx, -scene.lx * 0.62)
    const hy = plus(ny, -scene.ly * 0.62)
    let spec = f32x4.add(f32x4.mul(hx, hx), f32x4.mul(hy, hy))
    spec = f32x4.div(one, plus(scaled(spec, kind == 2 ? 60 : 26), 1))
    spec = f32x4.mul(spec, spec)
    if (kind == 2)
      spec = f32x4.add(
        spec,
        scaled(
          clamp4(plus(scaled(wave4(f32x4.add(scaled(nx, 9), scaled(ny, 7))), 2.5), -1.2)),
          0.5,
        ),
      )
    const edge = f32x4.mul(bevel, bevel)
    const shade = f32x4.sub(one, scaled(f32x4.mul(edge, edge), 0.72))
    let red = one
    let green = one
    let blue = one
    for (let c = 0; c < 3; c++) {
      const hi = c == 0 ? scene.skyHiR : c == 1 ? scene.skyHiG : scene.skyHiB
      const lo = c == 0 ? scene.skyLoR : c == 1 ? scene.skyLoG : scene.skyLoB
      const ac = c == 0 ? scene.accentR : c == 1 ? scene.accentG : scene.accentB
      const lt = c == 0 ? scene.lightR : c == 1 ? scene.lightG : scene.lightB
      const dk = c == 0 ? scene.shadeR : c == 1 ? scene.shadeG : scene.shadeB
      let base = mix4(hi, lo, a)
      base = f32x4.add(base, f32x4.mul(f32x4.sub(f32x4.splat(ac), base), b))
      if (kind == 2) base = f32x4.add(scaled(base, 0.35), f32x4.splat(0.06))
      let v = f32x4.mul(base, plus(scaled(lit, kind == 1 ? 0.8 : 1.15), kind == 1 ? 0.35 : 0.07))
      if (kind == 1) v = f32x4.mul(v, plus(scaled(h, 0.75), 0.85))
      v = f32x4.add(v, scaled(f32x4.mul(f32x4.mul(rim, rim), lit), 0.35 * lt + 0.2 * lo))
      v = f32x4.add(v, scaled(spec, lt * (kind == 2 ? 1.3 : 0.42)))
      v = f32x4.add(f32x4.mul(v, shade), f32x4.splat(dk * 0.12))
      const n = i32x4.trunc_sat_f32x4_s(scaled(v, ONE))
      if (c == 0) red = n
      else if (c == 1) green = n
      else blue = n
    }
    const rg = i16x8.narrow_i32x4_s(red, green)
    const b0 = i16x8.narrow_i32x4_s(blue, i32x4.splat(0))
    const o = frame + ((<usize>into * <usize>width + <usize>at) << 3)
    v128.store(o, v128.shuffle<i16>(rg, b0, 0, 4, 8, 15, 1, 5, 9, 15))
    v128.store(o, v128.shuffle<i16>(rg, b0, 2, 6, 10, 15, 3, 7, 11, 15), 16)
  }
}
