type Map = { width: number; height: number; data: ArrayLike<number> }

/** Reads one number a place between the places of a map; `x` and `y` are fractions of the frame. */
export function mapReader({ width, height, data }: Map, stride = 1, offset = 0) {
  return (x: number, y: number): number => {
    const px = Math.min(width - 1.001, Math.max(0, x * width - 0.5))
    const py = Math.min(height - 1.001, Math.max(0, y * height - 0.5))
    const [i, j] = [Math.floor(px), Math.floor(py)]
    const [tx, ty] = [px - i, py - j]
    const at = (n: number) => data[n * stride + offset]!
    const n = j * width + i
    const top = at(n) + (at(n + 1) - at(n)) * tx
    const low = at(n + width) + (at(n + width + 1) - at(n + width)) * tx
    return top + (low - top) * ty
  }
}
