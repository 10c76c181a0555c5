function blurRows(from: Float32Array, to: Float32Array, width: number, height: number, r: number) {
  const scale = 1 / (2 * r + 1)
  for (let y = 0; y < height; y++) {
    const row = y * width
    let sum = 0
    for (let x = -r; x <= r; x++) sum += from[row + Math.min(Math.max(x, 0), width - 1)]!
    for (let x = 0; x < width; x++) {
      to[row + x] = sum * scale
      sum += from[row + Math.min(x + r + 1, width - 1)]! - from[row + Math.max(x - r, 0)]!
    }
  }
}

function blurColumns(
  from: Float32Array,
  to: Float32Array,
  width: number,
  height: number,
  r: number,
) {
  const scale = 1 / (2 * r + 1)
  const sums = new Float32Array(width)
  for (let y = -r; y <= r; y++) {
    const row = Math.min(Math.max(y, 0), height - 1) * width
    for (let x = 0; x < width; x++) sums[x] = sums[x]! + from[row + x]!
  }
  for (let y = 0; y < height; y++) {
    const row = y * width
    const enters = Math.min(y + r + 1, height - 1) * width
    const leaves = Math.max(y - r, 0) * width
    for (let x = 0; x < width; x++) {
      to[row + x] = sums[x]! * scale
      sums[x] = sums[x]! + from[enters + x]! - from[leaves + x]!
    }
  }
}

/** Two box passes each way, close to a Gaussian; edges repeat. Radius in whole pixels. */
export function boxBlur(
  plane: Float32Array,
  width: number,
  height: number,
  radiusPx: number,
): Float32Array {
  const r = Math.round(radiusPx)
  if (r < 1) return plane.slice()
  const a = new Float32Array(plane.length)
  const b = new Float32Array(plane.length)
  blurRows(plane, a, width, height, r)
  blurRows(a, b, width, height, r)
  blurColumns(b, a, width, height, r)
  blurColumns(a, b, width, height, r)
  return b
}
