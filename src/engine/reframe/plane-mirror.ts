import type { PlaneGround } from './plane-ground.ts'
import type { FillGrade } from './reframe-plan.ts'
import type { ReframeRoom } from './reframe-kernels.ts'

type Level = { address: number; width: number; height: number }

const smallest = 6
/** Pixels of blur for each pixel away from the rectangle. */
const softening = 0.06

/** What the reflection turns into further out: nothing else, what words ask, or a painted scene. */
type MirrorInto = 'itself' | 'scene' | FillGrade

const isGrade = (into: MirrorInto): into is FillGrade => typeof into === 'object'

/** Fills one plane around the rectangle with the source mirrored, softer the further out. */
export class PlaneMirror {
  readonly #room: ReframeRoom
  readonly #levels: Level[] = []
  readonly #line: number
  readonly #ground: PlaneGround
  readonly #pyramid: readonly [number, number, number, number, number, number]

  constructor(room: ReframeRoom, ground: PlaneGround, pixels: number, into: MirrorInto) {
    const { samples, scale, side } = ground
    this.#room = room
    this.#ground = ground
    let size = samples
    while (this.#levels.length === 0 || Math.min(size.width, size.height) > smallest) {
      if (this.#levels.length > 0) {
        size = { width: (size.width + 1) >> 1, height: (size.height + 1) >> 1 }
      }
      const isFirst = this.#levels.length === 0
      this.#levels.push({ address: isFirst ? 0 : room.reserve(size.width * size.height), ...size })
    }
    this.#line = room.reserve((samples.width + 16) * 2)
    const steps = Float32Array.from(
      { length: ground.reach },
      (_, d) => (1 + softening * d) / pixels,
    )
    const levels = steps.map((blur) => Math.log2(Math.max(1, blur * scale)))
    const softness = steps.map((blur) => Math.log2(Math.max(1, blur)))
    const turned = steps.map((_, d) => (into === 'itself' ? 0 : turnedAt(d / side)))
    const rows = isGrade(into)
      ? gradeRows(into, ground.height)
      : new Float32Array(ground.height * 2)
    this.#pyramid = [
      room.reserve(this.#levels.length * 12),
      this.#levels.length,
      room.keep(levels),
      room.keep(softness),
      room.keep(turned),
      into === 'scene' ? 0 : room.keep(rows),
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
    this.#ground.open()
    kernels.setPyramid(...this.#pyramid)
    kernels.mirrorRows(target, 0, this.#ground.height)
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
