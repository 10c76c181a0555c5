type Size = { width: number; height: number }

const c1 = (0.01 * 255) ** 2
const c2 = (0.03 * 255) ** 2
const side = 8
const stride = 4

/**
 * Structural similarity of two planes of bytes (luma), at most 1: the mean over windows of 8 × 8,
 * every 4 pixels. With a mask only windows that lie wholly inside it (non-zero) count.
 */
export function ssim(a: Uint8Array, b: Uint8Array, size: Size, mask?: Uint8Array): number {
  const { width, height } = size
  let sum = 0
  let windows = 0
  for (let y = 0; y + side <= height; y += stride) {
    for (let x = 0; x + side <= width; x += stride) {
      const one = windowSsim(a, b, y * width + x, width, mask)
      if (one === null) continue
      sum += one
      windows += 1
    }
  }
  if (windows === 0) throw new RangeError('no window of 8 × 8 lies inside')
  return sum / windows
}

function windowSsim(a: Uint8Array, b: Uint8Array, at: number, width: number, mask?: Uint8Array) {
  const n = side * side
  let [sa, sb, saa, sbb, sab] = [0, 0, 0, 0, 0]
  for (let j = 0; j < side; j++) {
    for (let i = 0; i < side; i++) {
      const k = at + j * width + i
      if (mask && !mask[k]) return null
      const p = a[k] ?? 0
      const q = b[k] ?? 0
      sa += p
      sb += q
      saa += p * p
      sbb += q * q
      sab += p * q
    }
  }
  const ma = sa / n
  const mb = sb / n
  const cov = sab / n - ma * mb
  const va = saa / n - ma * ma
  const vb = sbb / n - mb * mb
  return ((2 * ma * mb + c1) * (2 * cov + c2)) / ((ma * ma + mb * mb + c1) * (va + vb + c2))
}
