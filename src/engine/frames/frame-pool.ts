import { availableParallelism } from 'node:os'
import { Crew } from './crew.ts'
import type { FrameOrder } from './frame-worker.ts'

export type FrameRun = {
  /** The maker's file, as `new URL('./x-maker.ts', import.meta.url)`. */
  maker: URL
  /** Given to the maker once in every worker: plain data, shared memory included. */
  init: unknown
  frames: number
  /** Bytes that `fill` writes for each frame, and that the maker writes. */
  inputBytes: number
  outputBytes: number
  /** Called for 0, 1, 2 … in order, one at a time. */
  fill?(index: number, input: Uint8Array): Promise<void> | void
  /** Called in order; the bytes are valid only until its promise resolves. */
  onFrame(index: number, output: Uint8Array): Promise<void> | void
  signal: AbortSignal
}

type Slot = { input: Uint8Array; output: Uint8Array }

/** Warm workers that make the frames of a clip side by side, delivered in order. Runs queue. */
export class FramePool {
  readonly #crew: Crew<FrameOrder>

  constructor(workers: number = availableParallelism()) {
    this.#crew = new Crew(new URL('./frame-worker-boot.mjs', import.meta.url), workers)
  }

  /** Rejects with the first error of `fill`, the maker or `onFrame`, or the signal's reason. */
  run(run: FrameRun): Promise<void> {
    return this.#crew.next(() => this.#make(run))
  }

  async #make({ maker, init, frames, inputBytes, outputBytes, fill, onFrame, signal }: FrameRun) {
    signal.throwIfAborted()
    const crew = this.#crew
    await crew.all(() => ({ do: 'open', maker: maker.href, init }))
    const free: Slot[] = Array.from({ length: crew.size + 2 }, () => ({
      input: new Uint8Array(new SharedArrayBuffer(inputBytes)),
      output: new Uint8Array(new SharedArrayBuffer(outputBytes)),
    }))
    const idle = Array.from({ length: crew.size }, (_, n) => n)
    const made = new Map<number, Promise<Slot>>()
    const wakes: (() => void)[] = []
    const changed = () => new Promise<void>((resolve) => wakes.push(resolve))
    const wake = () => {
      for (const go of wakes.splice(0)) go()
    }
    const over: { why?: unknown } = {}
    const fail = (error: unknown) => {
      over.why ??= error
      wake()
    }
    const stop = () => fail(signal.reason)
    signal.addEventListener('abort', stop, { once: true })

    const feed = async () => {
      for (let index = 0; index < frames && !over.why; index++) {
        while (!over.why && free.length === 0) await changed()
        const slot = free.pop()
        if (over.why || !slot) return
        await fill?.(index, slot.input)
        while (!over.why && idle.length === 0) await changed()
        const worker = idle.pop()
        if (over.why || worker === undefined) return
        const work = crew.ask(worker, { do: 'frame', index, ...slot }).then(() => {
          idle.push(worker)
          wake()
          return slot
        })
        work.catch(fail)
        made.set(index, work)
        wake()
      }
    }
    const deliver = async () => {
      for (let index = 0; index < frames; index++) {
        while (!made.has(index) && !over.why) await changed()
        if (over.why) return
        const slot = await made.get(index)!
        if (over.why) return
        made.delete(index)
        await onFrame(index, slot.output)
        free.push(slot)
        wake()
      }
    }
    try {
      await Promise.all([feed().catch(fail), deliver().catch(fail)])
      await Promise.allSettled(made.values())
    } finally {
      signal.removeEventListener('abort', stop)
    }
    if (over.why) throw over.why
  }

  /** Ends the workers; a run under way fails. */
  close(): Promise<void> {
    return this.#crew.close()
  }
}
