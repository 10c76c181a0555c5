import { sampled } from './mesh.ts'
import type { Plane } from './shrunk.ts'
import type { Similarity } from './similarity.ts'

/** Shifts in pixels of the plane; on top of a motion of the whole picture. */
export type Flow = { width: number; height: number; x: Float32Array; y: Float32Array }

/** Both pictures moved halfway towards each other, and where one of them is out of sight. */
export function meeting(first: Plane, second: Plane, motion: Similarity, flow: Flow | null) {
  const { width, height } = first
  const a = new Float32Array(width * height)
  const b = new Float32Array(width * height)
  const seen = new Uint8Array(width * height)
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2]
  for (let j = 0; j < height; j++) {
    for (let i = 0; i < width; i++) {
      const at = j * width + i
      const x = i - cx
      const y = j - cy
      const dx = (motion.x * width + motion.zoom * x - motion.roll * y + (flow?.x[at] ?? 0)) / 2
      const dy = (motion.y * width + motion.zoom * y + motion.roll * x + (flow?.y[at] ?? 0)) / 2
      a[at] = sampled(first.data, width, height, i - dx, j - dy)
      b[at] = sampled(second.data, width, height, i + dx, j + dy)
      const [ux, uy] = [Math.abs(dx), Math.abs(dy)]
      const inside = i >= ux && j >= uy && i + ux <= width - 1 && j + uy <= height - 1
      seen[at] = inside ? 1 : 0
    }
  }
  return { a, b, seen }
}
