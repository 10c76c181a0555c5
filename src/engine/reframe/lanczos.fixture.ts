const sinc = (x: number) => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
const kernel = (x: number) => (Math.abs(x) < 3 ? sinc(x) * sinc(x / 3) : 0)

function line(values: ArrayLike<number>, to: number): Float64Array {
  const step = values.length / to
  const blur = Math.max(1, step)
  return Float64Array.from({ length: to }, (_, n) => {
    const centre = (n + 0.5) * step - 0.5
    let sum = 0
    let total = 0
    for (let k = Math.ceil(centre - 3 * blur); k <= centre + 3 * blur; k++) {
      const weight = kernel((k - centre) / blur)
      sum += weight * (values[Math.min(Math.max(k, 0), values.length - 1)] ?? 0)
      total += weight
    }
    return sum / total
  })
}

type Plane = { width: number; height: number; bytes: Uint8Array }

/** A plane scaled by Lanczos filtering as its definition says, in floats: slow and exact. */
export function lanczos(
  { width, height, bytes }: Plane,
  to: { width: number; height: number },
): Plane {
  const rows = Array.from({ length: height }, (_, y) =>
    line(bytes.subarray(y * width, y * width + width), to.width),
  )
  const out = new Uint8Array(to.width * to.height)
  for (let x = 0; x < to.width; x++) {
    const column = line(
      rows.map((row) => row[x] ?? 0),
      to.height,
    )
    column.forEach((v, y) => (out[y * to.width + x] = Math.min(255, Math.max(0, Math.round(v)))))
  }
  return { ...to, bytes: out }
}
