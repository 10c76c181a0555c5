/** 0…1, the same for the same cell. */
export function cellNoise(x: number, y: number, seed: number): number {
  let h = Math.imul(x + 0x1f35, 0x9e3779b1) ^ Math.imul(y + 0x7a21, 0x85ebca6b) ^ (seed >>> 0)
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d)
  h = Math.imul(h ^ (h >>> 12), 0x297a2d39)
  return ((h ^ (h >>> 15)) >>> 0) / 4294967296
}

/** Smooth noise 0…1 with a feature each unit. */
export function softNoise(x: number, y: number, seed: number): number {
  const i = Math.floor(x)
  const j = Math.floor(y)
  const fx = x - i
  const fy = y - j
  const sx = fx * fx * (3 - 2 * fx)
  const sy = fy * fy * (3 - 2 * fy)
  const top = cellNoise(i, j, seed) * (1 - sx) + cellNoise(i + 1, j, seed) * sx
  const bottom = cellNoise(i, j + 1, seed) * (1 - sx) + cellNoise(i + 1, j + 1, seed) * sx
  return top * (1 - sy) + bottom * sy
}

/** Clouds of noise 0…1, about 0.5. */
export function cloudNoise(x: number, y: number, octaves: number, seed: number): number {
  let [sum, gain, scale, all] = [0, 0.5, 1, 0]
  for (let n = 0; n < octaves; n++) {
    sum += gain * softNoise(x * scale, y * scale, seed + n * 131)
    all += gain
    gain *= 0.5
    scale *= 2.03
  }
  return sum / all
}
