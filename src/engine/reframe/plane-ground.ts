import type { PlanePlace } from './plane-place.ts'
import type { ReframePlan } from './reframe-plan.ts'
import type { ReframeRoom } from './reframe-kernels.ts'

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

/** One plane of the canvas round the rectangle, as the kernels know it. */
export class PlaneGround {
  readonly width: number
  readonly height: number
  /** The plane of the source, in samples. */
  readonly samples: { width: number; height: number }
  /** The rectangle's shorter side, px, at least 1. */
  readonly side: number
  /** The source's luma pixels in one of the canvas. */
  readonly scale: number
  /** No pixel is as far from the rectangle as this, px. */
  readonly reach: number
  readonly #room: ReframeRoom
  readonly #plan: number

  constructor(room: ReframeRoom, plan: ReframePlan, place: PlanePlace, pixels: number) {
    const { source, canvas, rectangle } = plan
    const { left, right, top, bottom } = rectangle
    const wide = Math.max(1, right - left)
    const tall = Math.max(1, bottom - top)
    this.width = canvas.width / pixels
    this.height = canvas.height / pixels
    this.samples = { width: source.width / pixels, height: source.height / pixels }
    this.side = Math.min(wide, tall)
    this.scale = Math.sqrt((source.width / wide) * (source.height / tall))
    const { samples, side } = this
    const across = mirrorTable(this.width, pixels, left, right, samples.width, side)
    const down = mirrorTable(this.height, pixels, top, bottom, samples.height, side)
    this.reach = Math.ceil(Math.hypot(furthest(across), furthest(down))) + 2
    this.#room = room
    const { x0, x1, y0, y1 } = place
    const tables = [room.keep(across), room.keep(down)]
    const words = [this.width, this.height, x0, x1, y0, y1, ...tables]
    this.#plan = room.keep(Int32Array.from(words))
  }

  /** Makes the kernels work on this plane. */
  open(): void {
    this.#room.kernels.setPlane(this.#plan)
  }
}
