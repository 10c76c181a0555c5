type Point = readonly [x: number, y: number]
/** Three rows of three. */
export type Matrix = readonly (readonly [number, number, number])[]

/** CIE 1931 chromaticities of the primaries and of white. */
export type Chromaticities = { red: Point; green: Point; blue: Point; white: Point }

const d65: Point = [0.3127, 0.329]
export const rec709: Chromaticities = {
  red: [0.64, 0.33],
  green: [0.3, 0.6],
  blue: [0.15, 0.06],
  white: d65,
}
export const bt2020: Chromaticities = {
  red: [0.708, 0.292],
  green: [0.17, 0.797],
  blue: [0.131, 0.046],
  white: d65,
}
/** ACES2065-1 (SMPTE ST 2065-1). */
export const ap0: Chromaticities = {
  red: [0.7347, 0.2653],
  green: [0, 1],
  blue: [0.0001, -0.077],
  white: [0.32168, 0.33767],
}

const bradford: Matrix = [
  [0.8951, 0.2664, -0.1614],
  [-0.7502, 1.7135, 0.0367],
  [0.0389, -0.0685, 1.0296],
]

type Row = Matrix[number]
const dot = (a: Row, b: Row) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
const column = (m: Matrix, i: 0 | 1 | 2): Row => [m[0]![i], m[1]![i], m[2]![i]]

export const apply = (m: Matrix, v: Row): Row => [dot(m[0]!, v), dot(m[1]!, v), dot(m[2]!, v)]

function times(a: Matrix, b: Matrix): Matrix {
  const columns = [column(b, 0), column(b, 1), column(b, 2)] as const
  return a.map((row) => [dot(row, columns[0]), dot(row, columns[1]), dot(row, columns[2])] as const)
}

const cross = (a: Row, b: Row): Row => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
]

function inverse(m: Matrix): Matrix {
  const [a, b, c] = [column(m, 0), column(m, 1), column(m, 2)]
  const size = dot(a, cross(b, c))
  return [cross(b, c), cross(c, a), cross(a, b)].map(
    ([x, y, z]) => [x / size, y / size, z / size] as const,
  )
}

const xyzOf = ([x, y]: Point): Row => [x / y, 1, (1 - x - y) / y]

/** Linear RGB to XYZ, white at Y = 1. */
function toXyz({ red, green, blue, white }: Chromaticities): Matrix {
  // Rows of x, y, z and not of X / Y: AP0's green has no z and its blue a negative y.
  const columns = [red, green, blue].map(([x, y]) => [x, y, 1 - x - y] as const)
  const [r, g, b] = [columns[0]!, columns[1]!, columns[2]!]
  const m: Matrix = [0, 1, 2].map((i) => [r[i]!, g[i]!, b[i]!] as const)
  const scale = apply(inverse(m), xyzOf(white))
  return m.map((row) => [row[0] * scale[0], row[1] * scale[1], row[2] * scale[2]] as const)
}

/** Bradford adaptation: what is white under one light is white under the other. */
function adapt(from: Point, to: Point): Matrix {
  const [a, b] = [apply(bradford, xyzOf(from)), apply(bradford, xyzOf(to))]
  const scaled = bradford.map((row, i) => {
    const k = b[i]! / a[i]!
    return [row[0] * k, row[1] * k, row[2] * k] as const
  })
  return times(inverse(bradford), scaled)
}

/** Takes linear RGB of one set of primaries to another; white stays white. */
export function matrixBetween(from: Chromaticities, to: Chromaticities): Matrix {
  return times(inverse(toXyz(to)), times(adapt(from.white, to.white), toXyz(from)))
}
