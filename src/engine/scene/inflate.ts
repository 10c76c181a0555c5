const coarsest = 24
const overRelaxation = 1.6

/** Solves screened-Poisson on a grid in place: zero outside the mask, a plateau well inside it. */
function relax(
  u: Float32Array,
  mask: Uint8Array,
  width: number,
  height: number,
  screen: number,
  sweeps: number,
): void {
  const inverse = 1 / (4 + screen)
  for (let sweep = 0; sweep < sweeps; sweep++) {
    for (let parity = 0; parity < 2; parity++) {
      for (let y = 0; y < height; y++) {
        const row = y * width
        for (let x = (y + parity) & 1; x < width; x += 2) {
          const i = row + x
          if (mask[i] === 0) continue
          const left = x > 0 ? u[i - 1]! : 0
          const right = x < width - 1 ? u[i + 1]! : 0
          const up = y > 0 ? u[i - width]! : 0
          const down = y < height - 1 ? u[i + width]! : 0
          const target = (left + right + up + down + screen) * inverse
          u[i] = u[i]! + overRelaxation * (target - u[i]!)
        }
      }
    }
  }
}

function halve(alpha: Float32Array, width: number, height: number) {
  const w = (width + 1) >> 1
  const h = (height + 1) >> 1
  const out = new Float32Array(w * h)
  for (let y = 0; y < h; y++) {
    const y0 = 2 * y * width
    const y1 = Math.min(2 * y + 1, height - 1) * width
    for (let x = 0; x < w; x++) {
      const x1 = Math.min(2 * x + 1, width - 1)
      out[y * w + x] =
        (alpha[y0 + 2 * x]! + alpha[y0 + x1]! + alpha[y1 + 2 * x]! + alpha[y1 + x1]!) / 4
    }
  }
  return { alpha: out, width: w, height: h }
}

function enlarge(u: Float32Array, w: number, h: number, width: number, height: number) {
  const out = new Float32Array(width * height)
  for (let y = 0; y < height; y++) {
    const fy = Math.min(Math.max(y / 2 - 0.25, 0), h - 1)
    const y0 = Math.floor(fy)
    const ty = fy - y0
    const a = y0 * w
    const b = Math.min(y0 + 1, h - 1) * w
    for (let x = 0; x < width; x++) {
      const fx = Math.min(Math.max(x / 2 - 0.25, 0), w - 1)
      const x0 = Math.floor(fx)
      const tx = fx - x0
      const x1 = Math.min(x0 + 1, w - 1)
      const top = u[a + x0]! * (1 - tx) + u[a + x1]! * tx
      const bottom = u[b + x0]! * (1 - tx) + u[b + x1]! * tx
      out[y * width + x] = top * (1 - ty) + bottom * ty
    }
  }
  return out
}

function solve(alpha: Float32Array, width: number, height: number, rim: number): Float32Array {
  const small = Math.min(width, height) <= coarsest
  let u: Float32Array
  if (small) u = new Float32Array(width * height)
  else {
    const half = halve(alpha, width, height)
    u = enlarge(
      solve(half.alpha, half.width, half.height, rim / 2),
      half.width,
      half.height,
      width,
      height,
    )
  }
  const mask = new Uint8Array(width * height)
  for (let i = 0; i < mask.length; i++) {
    if (alpha[i]! >= 0.5) mask[i] = 1
    else u[i] = 0
  }
  relax(u, mask, width, height, 1 / (rim * rim), small ? 60 : 5)
  return u
}

/**
 * Blows a flat outline up like clay: 0 at the rim, rising steeply, level in the middle of what is
 * wide.
 * @param alpha coverage 0…1, row by row
 * @param rimPx how far from the edge the rounding reaches
 * @returns height 0…1 per pixel
 */
export function inflate(
  alpha: Float32Array,
  width: number,
  height: number,
  rimPx: number,
): Float32Array {
  const u = solve(alpha, width, height, rimPx)
  for (let i = 0; i < u.length; i++) {
    const level = Math.min(Math.max(u[i]!, 0), 1)
    u[i] = Math.sqrt(level * (2 - level)) * Math.min(alpha[i]! * 2, 1)
  }
  return u
}
