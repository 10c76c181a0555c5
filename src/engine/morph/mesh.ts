import type { Size } from '#contract/size.ts'

/** Nodes `cellPx` pixels of luma apart that cover a picture: shifts and shares are said there. */
export type Mesh = { columns: number; rows: number; nodes: number }

export const cellPx = 8

export function meshOf({ width, height }: Size): Mesh {
  const columns = Math.ceil(width / cellPx) + 1
  const rows = Math.ceil(height / cellPx) + 1
  return { columns, rows, nodes: columns * rows }
}

/** The value of a field of floats, `width` a row, at a place between its samples; clamped. */
export function sampled(
  field: Float32Array,
  width: number,
  height: number,
  x: number,
  y: number,
): number {
  const cx = x < 0 ? 0 : x > width - 1 ? width - 1 : x
  const cy = y < 0 ? 0 : y > height - 1 ? height - 1 : y
  const i = Math.min(Math.floor(cx), width - 2)
  const j = Math.min(Math.floor(cy), height - 2)
  const fx = cx - i
  const fy = cy - j
  const at = j * width + i
  const top = field[at]! * (1 - fx) + field[at + 1]! * fx
  const low = field[at + width]! * (1 - fx) + field[at + width + 1]! * fx
  return top * (1 - fy) + low * fy
}

/** A field of a smaller picture of the same scene, read at the nodes of a mesh. */
export function onMesh(
  field: Float32Array,
  small: Size,
  size: Size,
  target = new Float32Array(meshOf(size).nodes),
): Float32Array {
  const { columns, rows } = meshOf(size)
  const kx = small.width / size.width
  const ky = small.height / size.height
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const x = (i * cellPx + 0.5) * kx - 0.5
      const y = (j * cellPx + 0.5) * ky - 0.5
      target[j * columns + i] = sampled(field, small.width, small.height, x, y)
    }
  }
  return target
}
