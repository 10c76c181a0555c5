type Map = { width: number; height: number; data: ArrayLike<number> }

/** Reads one number a place between the places of a map; `x` and `y` are fractions of the frame. */
export function mapReader({ width, height, data }: Map, stride = 1, offset = 0) {
  const row = width * stride
  return (x: number, y: number): number => {
    const px = Math.min(width - 1.001, Math.max(0, x * width - 0.5))
    const py = Math.min(height - 1.001, Math.max(0, y * height - 0.5))
    const i = Math.floor(px)
    const j = Math.floor(py)
    const tx = px - i
    const n = j * row + i * stride + offset
    const top = data[n]! + (data[n + stride]! - data[n]!) * tx
    const low = data[n + row]! + (data[n + row + stride]! - data[n + row]!) * tx
    return top + (low - top) * (py - j)
  }
}
