import { clamp01, colour, Field, look, mix, noiseAt, smooth, told } from './look'

/** Four planes of maps, f32x4 each, one after the other; see `mapFields` of the host. */
const planes = 4

/** Rows of the maps between two of their own, for one row of the sheet. */
function mapRow(maps: usize, mw: i32, mh: i32, y: f32, row: usize): void {
  const at = min<f32>(<f32>(mh - 1), max<f32>(0, y * <f32>mh - 0.5))
  const j = min<i32>(<i32>at, mh - 2)
  const t = f32x4.splat(at - <f32>j)
  for (let m = 0; m < planes; m++) {
    const a = maps + ((<usize>((m * mh + j) * mw)) << 4)
    const b = a + ((<usize>mw) << 4)
    const to = row + ((<usize>(m * (mw + 1))) << 4)
    for (let i = 0; i < mw; i++) {
      const p = v128.load(a + ((<usize>i) << 4))
      const q = v128.load(b + ((<usize>i) << 4))
      v128.store(to + ((<usize>i) << 4), f32x4.add(p, f32x4.mul(f32x4.sub(q, p), t)))
    }
    v128.store(to + ((<usize>mw) << 4), v128.load(to + ((<usize>(mw - 1)) << 4)))
  }
}

function mapAt(row: usize, mw: i32, plane: i32, i: i32, t: f32): v128 {
  const p = row + ((<usize>(plane * (mw + 1) + i)) << 4)
  return mix(v128.load(p), v128.load(p, 16), t)
}

function painted(strokes: usize, p: usize, stride: i32, x: f32, y: f32): v128 {
  const i = Mathf.floor(x)
  const j = Mathf.floor(y)
  const q = p + <usize>((<i32>j * stride + <i32>i) << 4)
  const below = q + ((<usize>stride) << 4)
  const a = mix(v128.load(strokes + q), v128.load(strokes + q, 16), x - i)
  const b = mix(v128.load(strokes + below), v128.load(strokes + below, 16), x - i)
  return mix(a, b, y - j)
}

/**
 * Lays everything the look asks for over the graded sheet, at the sheet's own size. `front` gets
 * (Y, U, V, worth of the source's fine detail), `behind` gets (the source's Y, share of the new
 * picture, its displacement in widths and heights).
 */
export function compose(
  settings: usize,
  sheet: usize,
  graded: usize,
  strokes: usize,
  w: i32,
  h: i32,
  pad: i32,
  unit: f32,
  maps: usize,
  mw: i32,
  mh: i32,
  row: usize,
  tile: usize,
  front: usize,
  behind: usize,
): void {
  look.at = settings
  const stride = w + 2 * pad
  const fogColour = colour(Field.fogY)
  const high = colour(Field.skyHighY)
  const low = colour(Field.skyLowY)
  const snow = colour(Field.coverY)
  const ink = colour(Field.inkY)
  const neon = colour(Field.glowY)
  const paint = told(Field.paint)
  const flatten = told(Field.flatten)
  const relief = told(Field.relief)
  const relight = told(Field.relight)
  const lightX = told(Field.lightX)
  const lightY = told(Field.lightY)
  const warp = told(Field.warp)
  const render = told(Field.render)
  const layers = told(Field.layers)
  const cells = told(Field.cells)
  const vignette = told(Field.vignette)
  const snowy = told(Field.cover)
  const glowing = told(Field.glow)
  const border = told(Field.border)
  const page = f32x4(226, -3, 2, 0)
  const driftX = told(Field.driftX)
  const driftY = told(Field.driftY)
  const luma = f32x4(1, 0, 0, 0)
  const far = (<usize>1) << 4
  const lower = (<usize>stride) << 4
  const protectPaint = told(Field.protectPaint)
  const fogShare = told(Field.fog)
  const skyShare = told(Field.sky)
  const starShare = told(Field.stars)
  const inkShare = told(Field.ink)
  const protectRender = told(Field.protectRender)
  const shadeShare = told(Field.shade)
  const hazeShare = told(Field.haze)
  for (let j = 0; j < h; j++) {
    const y: f32 = (<f32>j + 0.5) / <f32>h
    mapRow(maps, mw, mh, y, row)
    const v = <i32>(<f32>j * unit + driftY)
    for (let i = 0; i < w; i++) {
      const x: f32 = (<f32>i + 0.5) / <f32>w
      const mx = min<f32>(<f32>(mw - 1), max<f32>(0, x * <f32>mw - 0.5))
      const mi = <i32>mx
      const mt = mx - <f32>mi
      const m0 = mapAt(row, mw, 0, mi, mt)
      const m1 = mapAt(row, mw, 1, mi, mt)
      const m2 = mapAt(row, mw, 2, mi, mt)
      const at = (<usize>((j + pad) * stride + i + pad)) << 4
      const yw = load<f32>(sheet + at)
      const n = noiseAt(tile, <i32>(<f32>i * unit + driftX), v)
      const middle: f32 = f32x4.extract_lane(n, 1) - 0.5
      const depth = clamp01(f32x4.extract_lane(m0, 0) * yw + f32x4.extract_lane(m0, 1))
      const sky = clamp01(f32x4.extract_lane(m0, 2) * yw + f32x4.extract_lane(m0, 3))
      const kept = f32x4.extract_lane(m2, 0)
      const shading = yw - f32x4.extract_lane(m2, 1)

      let c = v128.load(graded + at)
      const slope = f32x4.extract_lane(c, 3)
      c = mix(c, v128.load(sheet + at), 0.35 * kept)
      let detail = slope + (1 - slope) * 0.35 * kept
      const p = paint * (1 - protectPaint * kept)
      if (p > 0) {
        let k: v128
        if (warp > 0) {
          const m = noiseAt(tile, <i32>(<f32>i * unit) + 97, v + 31)
          const wx = warp * (f32x4.extract_lane(n, 2) - 0.5) * (1 - kept)
          const wy = warp * (f32x4.extract_lane(m, 2) - 0.5) * (1 - kept)
          k = painted(strokes, at, stride, wx, wy)
        } else k = v128.load(strokes + at)
        c = mix(c, k, p)
        detail *= 1 - p
      }
      const flat = flatten * (1 - kept)
      let shift: f32 = relief * middle * (1 - kept) - flat * shading * slope
      detail *= 1 - flat
      if (cells > 0) {
        const l = f32x4.extract_lane(c, 0) + shift
        const size: f32 = 26
        const q = Mathf.floor(l / size) * size
        const t = smooth(0.3, 0.7, (l - q) / size)
        shift += (q + size * (t * 0.8 + 0.1) - l) * cells * (1 - kept)
      }
      const nx = f32x4.extract_lane(m1, 0)
      const ny = f32x4.extract_lane(m1, 1)
      const facing = nx * lightX + ny * lightY
      const gain: f32 = 1 + relight * min<f32>(0.6, max<f32>(-0.6, facing))
      const l = (f32x4.extract_lane(c, 0) + shift - 16) * gain + 16
      c = f32x4.replace_lane(f32x4.mul(c, f32x4.splat(0.5 + 0.5 * gain)), 0, l)

      if (snowy > 0) {
        const coarse: f32 = f32x4.extract_lane(n, 2) - 0.5
        const up = smooth(-0.22, 0.16, -ny - abs<f32>(nx) * 0.5 + coarse * 0.3 + middle * 0.06)
        const t =
          snowy * (0.12 + 0.88 * up) * (1 - sky) * (1 - kept) * (0.45 + 0.55 * smooth(0.3, 0.7, y))
        c = mix(c, f32x4.add(snow, f32x4.mul(luma, f32x4.splat(shading * 0.45))), t)
        detail = detail * (1 - t) + 0.5 * t * slope * (1 - p)
      }
      const f = fogShare * depth * sqrt<f32>(depth) * (1 - 0.7 * kept)
      c = mix(c, fogColour, f)
      detail *= 1 - f
      const s = skyShare * sky * (1 - kept)
      if (s > 0.01) {
        let air = mix(high, low, smooth(0, 0.62, y))
        const cloud = smooth(0.42, 0.8, f32x4.extract_lane(n, 2)) * 0.3
        air = mix(air, low, cloud * (1 - y))
        const fine = f32x4.extract_lane(n, 0)
        const star = starShare * smooth(0.965, 0.995, fine) * (1 - smooth(0.3, 0.7, y))
        air = f32x4.add(air, f32x4.mul(luma, f32x4.splat(star * 150)))
        c = mix(c, air, s)
        detail *= 1 - s
      }
      if (inkShare > 0) {
        const q = strokes + at
        const ex = load<f32>(q + far) - load<f32>(q - far)
        const ey = load<f32>(q + lower) - load<f32>(q - lower)
        const edge = sqrt<f32>(ex * ex + ey * ey)
        const line = inkShare * smooth(9, 42, edge + middle * 10) * (1 - s) * (1 - 0.6 * kept)
        c = mix(c, ink, line)
        detail *= 1 - line
      }
      const thr: f32 = 1.15 - 1.3 * render
      const t0 = smooth(thr - 0.13, thr + 0.13, depth + middle * 0.05)
      let t = (render + (t0 - render) * layers) * (1 - protectRender * kept)
      c = f32x4.mul(c, f32x4.splat(1 - t))
      detail *= 1 - t
      const kick = t * (shadeShare * shading + relief * middle)
      c = f32x4.add(c, f32x4.mul(luma, f32x4.splat(kick)))
      const haze = hazeShare * depth * (1 - kept)
      c = mix(c, fogColour, haze)
      detail *= 1 - haze
      t *= 1 - haze
      if (glowing > 0) {
        const o = sheet + at
        const gx = load<f32>(o + far) - load<f32>(o - far)
        const gy = load<f32>(o + lower) - load<f32>(o - lower)
        const rim = smooth(22, 70, sqrt<f32>(gx * gx + gy * gy))
        const glow = glowing * rim * (1 - 0.85 * kept) * (1 - 0.55 * sky) * (1 - 0.4 * t)
        const swap = smooth(0.42, 0.58, f32x4.extract_lane(n, 2))
        const other = v128.shuffle<f32>(neon, f32x4.neg(neon), 0, 6, 1, 3)
        c = mix(c, mix(neon, other, swap), min<f32>(1, glow))
        detail *= 1 - min<f32>(1, glow)
      }
      const dx = x - 0.5
      const dy = y - 0.5
      const lens: f32 = 1 - vignette * smooth(0.12, 0.6, dx * dx + dy * dy)
      c = f32x4.mul(c, f32x4.splat(lens))
      c = f32x4.add(c, f32x4.mul(luma, f32x4.splat(16 * (1 - lens))))
      const to = (<usize>(j * w + i)) << 4
      v128.store(front + to, f32x4.replace_lane(c, 3, detail * lens))
      v128.store(
        behind + to,
        f32x4(yw, t * lens, f32x4.extract_lane(m1, 2), f32x4.extract_lane(m1, 3)),
      )
    }
  }
}
