import { availableParallelism } from 'node:os'
import type { SceneSpec } from '#engine/scene/scene-spec.ts'
import { Crew } from '../frames/crew.ts'
import { stepsOf } from './brush.ts'
import { fillMemory } from './fill-memory.ts'
import type { PaintOrder } from './paint-worker.ts'
import { planPicture } from './plan-picture.ts'
import { layOut } from './sheet.ts'
import type { Sheet } from './sheet.ts'
import type { Shot } from './shot.ts'
import { viewOf } from './view.ts'
import { widenPicture } from './widen-picture.ts'
import type { PaintWindow } from './view.ts'

type Size = { width: number; height: number }

const page = 65_536
const most = 32_768

/** Bytes of a finished frame's slot, and where its light begins in it (0: it has none). */
function slotOf({ width, height }: Size, lit: boolean): { slot: number; light: number } {
  const planes = Math.ceil((width * height * 1.5) / 64) * 64
  return { slot: planes + (lit ? width * height * 8 : 0), light: lit ? planes : 0 }
}

/**
 * A few warm workers that paint stills together (rows shared out) and clips in turn (frame by
 * frame), in one shared memory. Jobs queue; the same spec and size give the same bytes however
 * many workers there are.
 */
export class PaintPool {
  readonly #crew: Crew<PaintOrder>
  #memory: WebAssembly.Memory | null = null

  constructor(workers: number = availableParallelism()) {
    this.#crew = new Crew(new URL('./paint-worker-boot.mjs', import.meta.url), workers)
  }

  /** Paints a still; resolves to width × height × 4 bytes of sRGB RGBA. */
  paintStill(spec: SceneSpec, size: Size, signal?: AbortSignal): Promise<Uint8Array> {
    return this.#crew.next(async () => {
      const { sheet, memory } = await this.#open(spec, size, { frames: 0 }, signal)
      for (const step of stepsOf(sheet)) {
        signal?.throwIfAborted()
        await this.#crew.all(() => ({ do: 'step', step, output: sheet.output }))
      }
      return new Uint8Array(memory.buffer, sheet.output, size.width * size.height * 4).slice()
    })
  }

  /**
   * Paints a clip of `frames` at 24 per second; both sides must be even. A shot may ask for a loop
   * or for another stretch of the scene's time. `onFrame` gets BT.709
   * limited-range I420 planes in order; the bytes are shared memory and valid only until its
   * promise resolves. With `lit` it also gets the light behind them: halves r, g, b, unused for
   * each pixel, Rec.709 primaries, 1.0 = diffuse white, graded like the planes; never for a picture
   * on paper (a look with a brush). A `window` is painted instead of the whole frame: then its sides
   * must be even. Rejects with the signal's reason soon after an abort.
   */
  paintClip(
    spec: SceneSpec,
    size: Size,
    asked: number | Shot,
    onFrame: (index: number, i420: Uint8Array, light?: Uint16Array) => Promise<void> | void,
    signal?: AbortSignal,
    { lit = false, window }: { lit?: boolean; window?: PaintWindow } = {},
  ): Promise<void> {
    const shot = typeof asked === 'number' ? { frames: asked } : asked
    const { frames } = shot
    const { width, height } = window ?? size
    if (width % 2 || height % 2) throw new RangeError('a clip needs even sides')
    return this.#crew.next(async () => {
      const crew = this.#crew.size
      const { sheet, memory } = await this.#open(spec, size, shot, signal, lit, window)
      const bytes = (width * height * 3) / 2
      const { slot: room, light } = slotOf({ width, height }, sheet.light > 0)
      const painted = new Map<number, number>()
      const free = Array.from({ length: crew + 2 }, (_, i) => sheet.output + i * room)
      let begun = 0
      let wake: (() => void) | null = null
      const over = () => begun >= frames || signal?.aborted === true
      const paintOn = async (worker: number): Promise<void> => {
        while (!over()) {
          const slot = free.pop()
          if (slot === undefined) {
            await new Promise<void>((resolve) => idle.push(resolve))
            continue
          }
          const frame = begun++
          await this.#crew.ask(worker, {
            do: 'frame',
            frame,
            output: slot,
            light: light && slot + light,
          })
          painted.set(frame, slot)
          wake?.()
        }
      }
      const idle: (() => void)[] = []
      const deliver = async (): Promise<void> => {
        for (let index = 0; index < frames; index++) {
          while (!painted.has(index)) {
            signal?.throwIfAborted()
            await new Promise<void>((resolve) => (wake = resolve))
          }
          signal?.throwIfAborted()
          const slot = painted.get(index) ?? 0
          const halves = size.width * size.height * 4
          const lightOf = light ? new Uint16Array(memory.buffer, slot + light, halves) : undefined
          await onFrame(index, new Uint8Array(memory.buffer, slot, bytes), lightOf)
          painted.delete(index)
          free.push(slot)
          idle.shift()?.()
        }
      }
      const stop = () => {
        wake?.()
        for (const go of idle.splice(0)) go()
      }
      signal?.addEventListener('abort', stop)
      const crewWork = Array.from({ length: crew }, (_, i) =>
        paintOn(i).catch((error: unknown) => {
          wake?.()
          throw error
        }),
      )
      try {
        await Promise.race([
          deliver(),
          Promise.all(crewWork).then(() => new Promise<never>(() => {})),
        ])
      } finally {
        begun = frames
        stop()
        signal?.removeEventListener('abort', stop)
        await Promise.allSettled(crewWork)
      }
    })
  }

  /** Ends the workers; waiting jobs fail. */
  close(): Promise<void> {
    return this.#crew.close()
  }

  async #open(
    spec: SceneSpec,
    size: Size,
    shot: Shot,
    signal?: AbortSignal,
    lit = false,
    window?: PaintWindow,
  ): Promise<{ sheet: Sheet; memory: WebAssembly.Memory }> {
    signal?.throwIfAborted()
    const planned = await planPicture(spec, size)
    const view = viewOf(planned.stage, window)
    const picture = window ? widenPicture(planned, view) : planned
    const sheet = layOut(picture, view, shot, this.#crew.size, false, lit)
    const { frames } = shot
    if (sheet.look.brush) sheet.light = 0
    const slots = frames > 0 ? (this.#crew.size + 2) * slotOf(view, sheet.light > 0).slot : 0
    if (frames > 0) sheet.output = sheet.bytes
    const memory = this.#roomFor(sheet.bytes + slots)
    fillMemory(memory, picture, sheet)
    signal?.throwIfAborted()
    await this.#crew.all((desk) => ({ do: 'open', sheet, memory, desk }))
    return { sheet, memory }
  }

  #roomFor(bytes: number): WebAssembly.Memory {
    const pages = Math.ceil(bytes / page)
    this.#memory ??= new WebAssembly.Memory({ initial: pages, maximum: most, shared: true })
    const missing = pages - this.#memory.buffer.byteLength / page
    if (missing > 0) this.#memory.grow(missing)
    return this.#memory
  }
}
