import { sampled } from './mesh.ts'
import type { Plane } from './shrunk.ts'
import type { Similarity } from './similarity.ts'
import { rest } from './similarity.ts'

const scales = [0.66, 0.74, 0.82, 0.91, 1, 1.1, 1.22, 1.35, 1.5]
/** Part of the picture that both must show. */
const leastOverlap = 0.4

function scaledCopy({ width, height, data }: Plane, scale: number): Plane {
  const out = new Float32Array(data.length)
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2]
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const [x, y] = [cx + (i - cx) / scale, cy + (j - cy) / scale]
      const seen = x >= 0 && y >= 0 && x <= width - 1 && y <= height - 1
      out[j * width + i] = seen ? sampled(data, width, height, x, y) : Number.NaN
    }
  }
  return { width, height, data: out }
}

/** Correlation of a picture with another one shifted; 0 when they hardly meet. */
function likeness(a: Plane, b: Plane, sx: number, sy: number): number {
  const { width, height } = a
  let [ab, aa, bb, n] = [0, 0, 0, 0]
  const [i0, i1] = [Math.max(0, -sx), Math.min(width, width - sx)]
  const [j0, j1] = [Math.max(0, -sy), Math.min(height, height - sy)]
  for (let j = j0; j < j1; j++) {
    for (let i = i0; i < i1; i++) {
      const p = a.data[j * width + i]!
      const q = b.data[(j + sy) * width + i + sx]!
      if (p !== p) continue
      ab += p * q
      aa += p * p
      bb += q * q
      n += 1
    }
  }
  const overlap = n / (width * height)
  return overlap < leastOverlap ? 0 : (ab / Math.sqrt(aa * bb + 1e-9)) * overlap ** 0.35
}

/** Tries shifts and scales of a very small copy of the first picture; the best, as a start. */
export function broadSearch(first: Plane, second: Plane): Similarity {
  const { width, height } = first
  let best = { score: likeness(first, second, 0, 0) * 1.1, motion: rest }
  for (const scale of scales) {
    const copy = scale === 1 ? first : scaledCopy(first, scale)
    const [mx, my] = [Math.floor(width * 0.45), Math.floor(height * 0.45)]
    for (let sy = -my; sy <= my; sy++) {
      for (let sx = -mx; sx <= mx; sx++) {
        const score = likeness(copy, second, sx, sy)
        if (score <= best.score) continue
        const k = 2 / (1 + scale)
        const zoom = (scale - 1) * k
        best = { score, motion: { x: (sx * k) / width, y: (sy * k) / width, zoom, roll: 0 } }
      }
    }
  }
  return best.motion
}
