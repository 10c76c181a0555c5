type Size = { width: number; height: number }

/** A small look at a frame: planes of one byte a pixel, BT.709 limited range, all of one size. */
export type Glance = Size & { y: Uint8Array; u: Uint8Array; v: Uint8Array }

/** One number a pixel, row by row. */
export type SignalMap = Size & { data: Float32Array }

/** The size of a glance at a picture: its longer side at most `longSide`, never enlarged. */
function glanceSize({ width, height }: Size, longSide: number): Size {
  const scale = Math.min(1, longSide / Math.max(width, height))
  return {
    width: Math.max(8, Math.round(width * scale)),
    height: Math.max(8, Math.round(height * scale)),
  }
}

/** Looks at an I420 picture from further away: means over the area each small pixel covers. */
export function glanceOf(i420: Uint8Array, size: Size, longSide: number): Glance {
  const small = glanceSize(size, longSide)
  const { width: w, height: h } = size
  const half = { width: w >> 1, height: h >> 1 }
  const luma = w * h
  const chroma = half.width * half.height
  return {
    ...small,
    y: shrunk(i420.subarray(0, luma), size, small),
    u: shrunk(i420.subarray(luma, luma + chroma), half, small),
    v: shrunk(i420.subarray(luma + chroma, luma + 2 * chroma), half, small),
  }
}

/** At most four rows and columns of each covered area are read: enough for a mean. */
function shrunk(plane: Uint8Array, from: Size, to: Size): Uint8Array {
  const small = new Uint8Array(to.width * to.height)
  const columns = Array.from({ length: to.width }, (_, i) => spots(i, from.width, to.width))
  for (let j = 0; j < to.height; j++) {
    const rows = spots(j, from.height, to.height)
    for (let i = 0; i < to.width; i++) {
      const across = columns[i]!
      let sum = 0
      for (let n = 0; n < rows.length; n++) {
        const at = rows[n]! * from.width
        for (let m = 0; m < across.length; m++) sum += plane[at + across[m]!]!
      }
      small[j * to.width + i] = Math.round(sum / (rows.length * across.length))
    }
  }
  return small
}

function spots(index: number, from: number, to: number): number[] {
  const begin = Math.floor((index * from) / to)
  const end = Math.max(begin + 1, Math.floor(((index + 1) * from) / to))
  const count = Math.min(4, end - begin)
  return Array.from({ length: count }, (_, n) =>
    Math.min(from - 1, begin + Math.floor(((n + 0.5) * (end - begin)) / count)),
  )
}
