import { Worker } from 'node:worker_threads'

/** What a worker says of an order, by the number that the order had. */
export type CrewAnswer = { id: number; error?: string }

/**
 * Warm workers that take orders and answer each once; jobs of the whole crew queue. `Order` is
 * plain data; the worker gets it with a number, `id`.
 */
export class Crew<Order extends object> {
  readonly size: number
  readonly #boot: URL
  readonly #workers: Worker[] = []
  readonly #waiting = new Map<number, { done: () => void; fail: (error: Error) => void }>()
  #orders = 0
  #queue: Promise<unknown> = Promise.resolve()

  constructor(boot: URL, size: number) {
    this.#boot = boot
    this.size = size
  }

  /** Runs a job when those before it have ended; workers are hired with the first. */
  next<T>(job: () => Promise<T>): Promise<T> {
    const run = this.#queue.then(async () => {
      while (this.#workers.length < this.size) this.#workers.push(this.#hire())
      for (const worker of this.#workers) worker.ref()
      try {
        return await job()
      } finally {
        for (const worker of this.#workers) worker.unref()
      }
    })
    this.#queue = run.catch(() => undefined)
    return run
  }

  /** Rejects with what the worker says of its failure. */
  ask(worker: number, order: Order): Promise<void> {
    const id = ++this.#orders
    return new Promise((done, fail) => {
      this.#waiting.set(id, { done, fail })
      this.#workers[worker]?.postMessage({ ...order, id }, [])
    })
  }

  async all(order: (worker: number) => Order): Promise<void> {
    await Promise.all(this.#workers.map((_, n) => this.ask(n, order(n))))
  }

  /** Ends the workers; what was asked and not answered fails. */
  async close(): Promise<void> {
    await Promise.all(this.#workers.splice(0).map((worker) => worker.terminate()))
    for (const { fail } of this.#waiting.values()) fail(new Error('the workers were ended'))
    this.#waiting.clear()
  }

  #hire(): Worker {
    const worker = new Worker(this.#boot)
    worker.on('message', ({ id, error }: CrewAnswer) => {
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
