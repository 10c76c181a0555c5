import type { Edges } from './source-rectangle.ts'

type Plane = { width: number; height: number; bytes: Uint8Array }

/** The part of a plane between edges, which lie on it. */
export function cut({ width, bytes }: Plane, { left, top, right, bottom }: Edges): Uint8Array {
  const out = new Uint8Array((right - left) * (bottom - top))
  for (let y = top; y < bottom; y++) {
    const row = bytes.subarray(y * width + left, y * width + right)
    out.set(row, (y - top) * (right - left))
  }
  return out
}

/**
 * Mean step across each side of a rectangle that lies on the plane, over the mean step between the
 * two pixels before it and the two behind it: 1 is a border like its surroundings. Surroundings
 * smoother than half a code count as half a code, which no eye sees.
 */
export function seams({ width, height, bytes }: Plane, edges: Edges): Record<string, number> {
  const { left, top, right, bottom } = edges
  const steps = (fixed: number, from: number, to: number, isColumn: boolean) => {
    const at = (along: number, beyond: number) => {
      const [x, y] = isColumn ? [fixed + beyond, along] : [along, fixed + beyond]
      return bytes[y * width + x] ?? 0
    }
    let across = 0
    let beside = 0
    for (let n = from; n < to; n++) {
      across += Math.abs(at(n, 0) - at(n, -1))
      beside += (Math.abs(at(n, -1) - at(n, -2)) + Math.abs(at(n, 1) - at(n, 0))) / 2
    }
    return across / Math.max(beside, 0.5 * (to - from))
  }
  return {
    ...(left > 1 && { left: steps(left, top, bottom, true) }),
    ...(right < width - 1 && { right: steps(right, top, bottom, true) }),
    ...(top > 1 && { top: steps(top, left, right, false) }),
    ...(bottom < height - 1 && { bottom: steps(bottom, left, right, false) }),
  }
}
