import type { PlaneGround } from './plane-ground.ts'
import type { PlanePlace } from './plane-place.ts'
import type { ReframeRoom } from './reframe-kernels.ts'

type Level = { address: number; count: number }

const levelCount = 8
/** Pixels of blur for each pixel away from the border. */
const softening = 0.5
/** Rows of pixels along the border whose differences are averaged: more leave a step. */
const depth = 1

/**
 * Carries the difference between source and fill at the rectangle's border outwards over the
 * fill, so that no step is left there.
 */
export class PlaneRim {
  readonly #room: ReframeRoom
  readonly #place: PlanePlace
  readonly #ground: PlaneGround
  readonly #sides: Level[][]
  readonly #rim: readonly [number, number, number, number, number]
  #before: Float32Array[] = []

  constructor(
    room: ReframeRoom,
    place: PlanePlace,
    ground: PlaneGround,
    pixels: number,
    reach: number,
  ) {
    this.#room = room
    this.#place = place
    this.#ground = ground
    const { x0, x1, y0, y1 } = place
    this.#sides = [x1 - x0, y1 - y0, x1 - x0, y1 - y0].map((length) => {
      const levels: Level[] = []
      for (let count = length; levels.length < levelCount; count = (count + 1) >> 1) {
        levels.push({ address: room.reserve(count * 4), count })
      }
      return levels
    })
    const distances = Array.from({ length: Math.ceil(reach) + 2 }, (_, d) => d)
    const levels = distances.map((d) => Math.log2(Math.max(1, (softening * d) / pixels)))
    const strength = distances.map((d) => Math.max(0, 1 - d / reach) ** 2)
    const table = this.#sides.flat().flatMap(({ address, count }) => [address, count])
    this.#rim = [
      room.keep(Int32Array.from(table)),
      levelCount,
      room.keep(Float32Array.from(levels)),
      room.keep(Float32Array.from(strength)),
      reach,
    ]
  }

  /** Takes the fill along the border, before the source covers it. */
  before(target: number): void {
    this.#before = this.#border(target)
  }

  /** Corrects the fill outside, once the source stands in it. */
  after(target: number): void {
    if (this.#place.isEmpty) return
    this.#border(target).forEach((there, side) => {
      const was = this.#before[side]
      const levels = this.#sides[side] ?? []
      levels.forEach(({ address, count }, n) => {
        const values = this.#room.floats(address, count)
        const finer = levels[n - 1]
        if (!finer) there.forEach((v, i) => (values[i] = v - (was?.[i] ?? v)))
        else halve(this.#room.floats(finer.address, finer.count), values)
      })
    })
    this.#ground.open()
    this.#room.kernels.setRim(...this.#rim)
    this.#room.kernels.membraneRows(target, 0, this.#ground.height)
  }

  /** Means of the outermost rows and columns of the rectangle: above, right, below, left. */
  #border(target: number): Float32Array[] {
    const { x0, x1, y0, y1 } = this.#place
    const { width, height } = this.#ground
    const plane = this.#room.bytes(target, width * height)
    const along = (from: number, to: number, first: number, inward: 1 | -1, isRow: boolean) => {
      const thick = Math.min(depth, isRow ? y1 - y0 : x1 - x0)
      return Float32Array.from({ length: to - from }, (_, n) => {
        let sum = 0
        for (let k = 0; k < thick; k++) {
          const across = first + inward * k
          const [x, y] = isRow ? [from + n, across] : [across, from + n]
          sum += plane[y * width + x] ?? 0
        }
        return sum / thick
      })
    }
    return [
      along(x0, x1, y0, 1, true),
      along(y0, y1, x1 - 1, -1, false),
      along(x0, x1, y1 - 1, -1, true),
      along(y0, y1, x0, 1, false),
    ]
  }
}

/** Weights 1 3 3 1; the ends repeat. */
function halve(from: Float32Array, to: Float32Array): void {
  const at = (n: number) => from[Math.min(Math.max(n, 0), from.length - 1)] ?? 0
  for (let i = 0; i < to.length; i++) {
    const n = 2 * i
    to[i] = (at(n - 1) + 3 * (at(n) + at(n + 1)) + at(n + 2)) / 8
  }
}
