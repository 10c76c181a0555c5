import type { PlanePlace } from './plane-place.ts'
import type { FillGrade, ReframePlan } from './reframe-plan.ts'
import type { ReframeRoom } from './reframe-kernels.ts'

type Level = { address: number; width: number; height: number }

const smallest = 6
/** Pixels of blur for each pixel away from the rectangle. */
const softening = 0.06

/** Distance into the picture that stands at a distance outside it: less and less of it is new. */
const mirrored = (d: number, side: number) => d / (1 + d / (0.42 * side))

/** For each column (or row) of a plane: the source's sample there and the luma pixels outside. */
function mirrorTable(
  length: number,
  pixels: number,
  from: number,
  to: number,
  samples: number,
  side: number,
): Float32Array {
  const table = new Float32Array(length * 2)
  const extent = Math.max(1, to - from)
  for (let n = 0; n < length; n++) {
    const at = (n + 0.5) * pixels
    const out = Math.max(from - at, at - to, 0)
    const m = Math.min(mirrored(out, side), extent)
    const inside = out === 0 ? at - from : at < from ? m : extent - m
    table[n * 2] = (inside * samples) / extent - 0.5
    table[n * 2 + 1] = out
  }
  return table
}

const furthest = (table: Float32Array) =>
  table.reduce((most, v, i) => (i % 2 ? Math.max(most, v) : most), 0)

/** Fills one plane around the rectangle with the source mirrored, softer the further out. */
export class PlaneMirror {
  readonly #room: ReframeRoom
  readonly #levels: Level[] = []
  readonly #line: number
  readonly #plane: number
  readonly #height: number
  readonly #pyramid: readonly [number, number, number, number, number, number]

  constructor(
    room: ReframeRoom,
    { source, canvas, rectangle }: ReframePlan,
    place: PlanePlace,
    pixels: number,
    grade: FillGrade | null,
  ) {
    const width = canvas.width / pixels
    const height = canvas.height / pixels
    const sides = [rectangle.right - rectangle.left, rectangle.bottom - rectangle.top]
    const [wide = 1, tall = 1] = sides.map((side) => Math.max(1, side))
    const side = Math.min(wide, tall)
    const { left, right, top, bottom } = rectangle
    const samples = { width: source.width / pixels, height: source.height / pixels }
    const across = mirrorTable(width, pixels, left, right, samples.width, side)
    const down = mirrorTable(height, pixels, top, bottom, samples.height, side)
    this.#room = room
    this.#height = height
    const { x0, x1, y0, y1 } = place
    const tables = [room.keep(across), room.keep(down)]
    this.#plane = room.keep(Int32Array.from([width, height, x0, x1, y0, y1, ...tables]))
    let size = samples
    while (this.#levels.length === 0 || Math.min(size.width, size.height) > smallest) {
      if (this.#levels.length > 0) {
        size = { width: (size.width + 1) >> 1, height: (size.height + 1) >> 1 }
      }
      const isFirst = this.#levels.length === 0
      this.#levels.push({ address: isFirst ? 0 : room.reserve(size.width * size.height), ...size })
    }
    this.#line = room.reserve((samples.width + 16) * 2)
    const reach = Math.ceil(Math.hypot(furthest(across), furthest(down))) + 2
    const scale = Math.sqrt((source.width / wide) * (source.height / tall))
    const steps = Float32Array.from({ length: reach }, (_, d) => (1 + softening * d) / pixels)
    const levels = steps.map((blur) => Math.log2(Math.max(1, blur * scale)))
    const softness = steps.map((blur) => Math.log2(Math.max(1, blur)))
    const turned = steps.map((_, d) => (grade ? turnedAt(d / side) : 0))
    const rows = grade ? gradeRows(grade, height) : new Float32Array(2)
    this.#pyramid = [
      room.reserve(this.#levels.length * 12),
      this.#levels.length,
      room.keep(levels),
      room.keep(softness),
      room.keep(turned),
      room.keep(rows),
    ]
  }

  /** Fills the plane at `target` around the source's plane at `source`. */
  write(source: number, target: number): void {
    const { kernels } = this.#room
    this.#levels.forEach((level, n) => {
      const from = this.#levels[n - 1]
      if (!from) level.address = source
      else kernels.halve(from.address, from.width, from.height, level.address, this.#line)
    })
    const [table, count] = this.#pyramid
    const words = this.#levels.flatMap(({ address, width, height }) => [address, width, height])
    this.#room.bytes(table, count * 12).set(new Uint8Array(Int32Array.from(words).buffer))
    kernels.setPlane(this.#plane)
    kernels.setPyramid(...this.#pyramid)
    kernels.mirrorRows(target, 0, this.#height)
  }
}

/** Gain and offset for each row of a plane: the upper words above its middle, the lower below. */
function gradeRows({ upper, lower }: FillGrade, height: number): Float32Array {
  const rows = new Float32Array(height * 2)
  for (let y = 0; y < height; y++) {
    const low = Math.min(1, Math.max(0, ((y + 0.5) / height - 0.3) / 0.4))
    rows[y * 2] = upper.gain + (lower.gain - upper.gain) * low
    rows[y * 2 + 1] = upper.offset + (lower.offset - upper.offset) * low
  }
  return rows
}

/** How far the fill has turned to what the words ask for, at a distance in sides of the source. */
const turnedAt = (distance: number) => {
  const t = Math.min(1, distance / 0.7)
  return t * t * (3 - 2 * t)
}
