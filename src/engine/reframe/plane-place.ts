import { resampleTaps } from './resample-taps.ts'
import type { ReframePlan } from './reframe-plan.ts'
import type { ReframeRoom } from './reframe-kernels.ts'
import { shownPart } from './source-rectangle.ts'

/** Puts one plane of the source into its rectangle on the canvas. */
export class PlanePlace {
  /** Columns and rows of the plane that the source covers, the right and lower ones exclusive. */
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
  readonly #room: ReframeRoom
  readonly #pitch: number
  readonly #target: number
  readonly #across: { first: number; weights: number; taps: number }
  readonly #down: { first: number; weights: number; taps: number }
  readonly #firstRow: number
  readonly #rows: number
  readonly #lines: number

  /** `pixels` is the side of the plane's samples in luma pixels: 1 or 2. */
  constructor(
    room: ReframeRoom,
    { source, canvas, rectangle }: Pick<ReframePlan, 'source' | 'canvas' | 'rectangle'>,
    pixels: number,
  ) {
    const part = shownPart(rectangle, canvas)
    this.x0 = Math.floor(part.left / pixels)
    this.x1 = Math.ceil(part.right / pixels)
    this.y0 = Math.floor(part.top / pixels)
    this.y1 = Math.ceil(part.bottom / pixels)
    this.#room = room
    this.#pitch = source.width / pixels
    this.#target = canvas.width / pixels
    const lie = (a: number, b: number) => [a / pixels, Math.max(b, a + 1) / pixels] as const
    const [left, right] = lie(rectangle.left, rectangle.right)
    const [top, bottom] = lie(rectangle.top, rectangle.bottom)
    const across = resampleTaps(this.#pitch, left, right, this.x0, this.x1, 8)
    const down = resampleTaps(source.height / pixels, top, bottom, this.y0, this.y1, 2)
    this.#firstRow = Math.min(...down.first, source.height)
    const lastRow = Math.max(...down.first, 0) + down.count
    this.#rows = Math.max(0, Math.min(lastRow, source.height / pixels) - this.#firstRow)
    const rows = down.first.map((row) => row - this.#firstRow)
    this.#across = {
      first: room.keep(across.first),
      weights: room.keep(across.weights),
      taps: across.count,
    }
    this.#down = { first: room.keep(rows), weights: room.keep(down.weights), taps: down.count }
    this.#lines = room.reserve((this.x1 - this.x0) * (this.#rows + down.count) * 2)
  }

  get isEmpty(): boolean {
    return this.x0 === this.x1
  }

  /** Scales the plane at `source` into the canvas's plane at `target`. */
  write(source: number, target: number): void {
    if (this.isEmpty) return
    const { kernels } = this.#room
    const width = this.x1 - this.x0
    const { first, weights, taps } = this.#across
    const begin = source + this.#firstRow * this.#pitch
    kernels.acrossRows(begin, this.#pitch, this.#rows, this.#lines, width, first, weights, taps)
    const out = target + this.y0 * this.#target + this.x0
    const down = this.#down
    kernels.downRows(
      this.#lines,
      width,
      out,
      this.#target,
      this.y1 - this.y0,
      down.first,
      down.weights,
      down.taps,
    )
  }
}
