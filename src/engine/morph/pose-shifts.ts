import type { Size } from '#contract/size.ts'
import { cellPx, meshOf } from './mesh.ts'
import type { Pose } from './pose.ts'

/** Part of a side over which an edge gives way instead of showing what lies beyond it. */
const giving = 0.14

/** Part of the longer side that may be read beyond an edge, from the mirrored border. */
const beyond = 0.006

/** A shift that would read far beyond the edge it is near is taken back. */
function held(shift: number, at: number, length: number, freePx: number): number {
  const room = Math.max(0, shift < 0 ? at : length - 1 - at)
  const far = (shift * Math.abs(shift)) / (Math.abs(shift) + freePx)
  return shift - far * Math.exp(-room / (giving * length))
}

/**
 * Adds to `shifts` (all dx in pixels, then all dy, at the mesh's nodes) what a pose does to a
 * picture of the nearness `near`, 0…1 at the nodes.
 */
export function addPoseShifts(pose: Pose, near: Float32Array, size: Size, shifts: Float32Array) {
  const { columns, rows, nodes } = meshOf(size)
  const { width, height } = size
  const short = Math.min(width, height)
  const freePx = beyond * Math.max(width, height)
  const [cos, sin] = [Math.cos(pose.roll) / pose.zoom, Math.sin(pose.roll) / pose.zoom]
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const at = j * columns + i
      const n = near[at]!
      const x = (i * cellPx - (width - 1) / 2) / short
      const y = (j * cellPx - (height - 1) / 2) / short
      const closer = 1 - pose.mz * n
      const u = (x * cos - y * sin) * closer + pose.x + pose.mx * n
      const v = (x * sin + y * cos) * closer + pose.y + pose.my * n
      shifts[at]! += held((u - x) * short, i * cellPx, width, freePx)
      shifts[nodes + at]! += held((v - y) * short, j * cellPx, height, freePx)
    }
  }
}
