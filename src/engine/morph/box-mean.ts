/** The mean over (2r + 1)² around each pixel, borders repeated less often. */
export function boxMean(
  source: Float32Array,
  width: number,
  height: number,
  radius: number,
  target = new Float32Array(source.length),
): Float32Array {
  const rows = new Float32Array(source.length)
  for (let j = 0; j < height; j++) {
    const at = j * width
    let sum = 0
    let count = 0
    for (let i = 0; i < Math.min(radius, width); i++) {
      sum += source[at + i]!
      count += 1
    }
    for (let i = 0; i < width; i++) {
      if (i + radius < width) {
        sum += source[at + i + radius]!
        count += 1
      }
      if (i - radius > 0) {
        sum -= source[at + i - radius - 1]!
        count -= 1
      }
      rows[at + i] = sum / count
    }
  }
  const sums = new Float32Array(width)
  let count = 0
  const add = (row: number, sign: number) => {
    const at = row * width
    for (let i = 0; i < width; i++) sums[i]! += sign * rows[at + i]!
    count += sign
  }
  for (let j = 0; j < Math.min(radius, height); j++) add(j, 1)
  for (let j = 0; j < height; j++) {
    if (j + radius < height) add(j + radius, 1)
    if (j - radius > 0) add(j - radius - 1, -1)
    const at = j * width
    for (let i = 0; i < width; i++) target[at + i] = sums[i]! / count
  }
  return target
}
