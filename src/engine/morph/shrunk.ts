import type { Size } from '#contract/size.ts'

/** A plane of floats. */
export type Plane = Size & { data: Float32Array }

function weightsOf(from: number, to: number) {
  const ratio = from / to
  return Array.from({ length: to }, (_, i) => {
    const [a, b] = [i * ratio, (i + 1) * ratio]
    const first = Math.floor(a)
    const shares: number[] = []
    for (let k = first; k < Math.min(from, Math.ceil(b)); k++) {
      shares.push((Math.min(k + 1, b) - Math.max(k, a)) / ratio)
    }
    return { first, shares }
  })
}

/** A plane made smaller: every pixel is the mean of the area it covers. */
export function shrunk(source: ArrayLike<number>, from: Size, to: Size): Plane {
  const across = weightsOf(from.width, to.width)
  const down = weightsOf(from.height, to.height)
  const data = new Float32Array(to.width * to.height)
  const line = new Float32Array(from.width)
  for (const [j, { first, shares }] of down.entries()) {
    line.fill(0)
    for (const [n, share] of shares.entries()) {
      const at = (first + n) * from.width
      for (let i = 0; i < from.width; i++) line[i]! += source[at + i]! * share
    }
    for (const [i, { first: left, shares: parts }] of across.entries()) {
      let sum = 0
      for (let n = 0; n < parts.length; n++) sum += line[left + n]! * parts[n]!
      data[j * to.width + i] = sum
    }
  }
  return { ...to, data }
}

/** The size of a small copy whose longer side has about `long` pixels; never larger. */
export function smallSize({ width, height }: Size, long: number): Size {
  const k = Math.min(1, long / Math.max(width, height))
  return {
    width: Math.max(8, Math.round(width * k)),
    height: Math.max(8, Math.round(height * k)),
  }
}
