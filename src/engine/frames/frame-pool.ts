import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { FrameAnswer, FrameOrder } from './frame-worker.ts'

type Asked = FrameOrder extends infer O ? (O extends FrameOrder ? Omit<O, 'id'> : never) : never

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
  readonly #workers: Worker[] = []
  readonly #waiting = new Map<number, { done: () => void; fail: (error: Error) => void }>()
  readonly #crew: number
  #orders = 0
  #queue: Promise<unknown> = Promise.resolve()

  constructor(workers: number = availableParallelism()) {
    this.#crew = workers
  }

  /** Rejects with the first error of `fill`, the maker or `onFrame`, or the signal's reason. */
  run(run: FrameRun): Promise<void> {
    const ended = this.#queue.then(async () => {
      while (this.#workers.length < this.#crew) this.#workers.push(this.#hire())
      for (const worker of this.#workers) worker.ref()
      try {
        await this.#make(run)
      } finally {
        for (const worker of this.#workers) worker.unref()
      }
    })
    this.#queue = ended.catch(() => undefined)
    return ended
  }

  async #make({ maker, init, frames, inputBytes, outputBytes, fill, onFrame, signal }: FrameRun) {
    signal.throwIfAborted()
    const open = { do: 'open', maker: maker.href, init } as const
    await Promise.all(this.#workers.map((_, n) => this.#ask(n, open)))
    const free: Slot[] = Array.from({ length: this.#crew + 2 }, () => ({
      input: new Uint8Array(new SharedArrayBuffer(inputBytes)),
      output: new Uint8Array(new SharedArrayBuffer(outputBytes)),
    }))
    const idle = this.#workers.map((_, n) => n)
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
        const work = this.#ask(worker, { do: 'frame', index, ...slot }).then(() => {
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
  async close(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.terminate()))
    for (const { fail } of this.#waiting.values()) fail(new Error('the frame pool is closed'))
    this.#waiting.clear()
  }

  #ask(worker: number, order: Asked): Promise<void> {
    const id = ++this.#orders
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail })
      this.#workers[worker]?.postMessage({ ...order, id }, [])
    })
  }

  #hire(): Worker {
    const worker = new Worker(new URL('./frame-worker-boot.mjs', import.meta.url))
    worker.on('message', ({ id, error }: FrameAnswer) => {
      const waiter = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (error) waiter?.fail(new Error(error))
      else waiter?.done()
    })
    worker.on('error', (error) => {
      for (const { fail } of this.#waiting.values()) fail(error)
      this.#waiting.clear()
    })
    worker.unref()
    return worker
  }
}
