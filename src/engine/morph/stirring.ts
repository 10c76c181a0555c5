import type { Size } from '#contract/size.ts'
import { boxMean } from './box-mean.ts'
import type { Life } from './life.ts'
import { cellPx, meshOf, onMesh } from './mesh.ts'
import { shrunk, smallSize } from './shrunk.ts'

/** Steps of luma from row to row that end a sky. */
const skyline = 14

/** Estimates where the sky is, 0…1 at the mesh's nodes: from the top down to the first hard edge. */
export function skyOf(luma: Uint8Array, size: Size): Float32Array {
  const { width, height, data } = shrunk(luma, size, smallSize(size, 160))
  const sky = new Float32Array(data.length)
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < height * 0.7; j++) {
      const at = j * width + i
      const over = j > 2 ? data[at - 2 * width]! : data[at]!
      if (Math.abs(data[at]! - over) > skyline) break
      sky[at] = 1 - Math.max(0, j / height - 0.45) * 4
    }
  }
  const soft = boxMean(boxMean(sky, width, height, 4), width, height, 4)
  return onMesh(
    soft.map((s) => s * s),
    { width, height },
    size,
  )
}

/**
 * Adds what stirs in a picture: `seconds` from where it is at rest (below 0: before), `share` 0…1
 * how much of it shows.
 */
export function addStirring(
  life: Life,
  sky: Float32Array,
  seconds: number,
  share: number,
  size: Size,
  shifts: Float32Array,
): void {
  if (life.drift === 0 && life.shimmer === 0 && life.sway === 0) return
  const { columns, rows, nodes } = meshOf(size)
  const short = Math.min(size.width, size.height)
  const drift = life.drift * short * seconds * share
  const t = seconds * 2 * Math.PI
  for (let j = 0; j < rows; j++) {
    const y = (j * cellPx) / short
    const low = Math.min(1, Math.max(0, ((j * cellPx) / size.height - 0.5) / 0.2))
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i
      const x = (i * cellPx) / short
      const edge = Math.min(1, Math.min(i, columns - 1 - i) / (0.14 * columns))
      shifts[at]! -= drift * sky[at]! * edge
      const ground = 1 - sky[at]!
      if (life.shimmer > 0) {
        const k = life.shimmer * short * share * low * ground
        const deep = 0.35 + 0.65 * low
        shifts[at]! += k * deep * Math.sin(x * 9 + y * 70 + t * 0.7) * Math.cos(y * 31 - t * 0.4)
        shifts[nodes + at]! += 0.6 * k * deep * Math.sin(x * 23 - y * 47 + t * 0.55)
      }
      if (life.sway > 0) {
        const k = life.sway * short * share * ground * edge
        shifts[at]! += k * Math.sin(x * 5.1 + y * 2.3 + t * 0.42) * Math.sin(x * 17 + t * 0.23)
        shifts[nodes + at]! += 0.3 * k * Math.sin(x * 13 - y * 9 + t * 0.5)
      }
    }
  }
}
