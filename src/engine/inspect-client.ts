import type { MediaFacts } from '#contract/media-ref.ts'
import { createForkedChild } from './forked-child.ts'
import { MediaFault } from './media/media-fault.ts'

type Inspected = { media_type: string; facts: MediaFacts }

/** What goes to the inspecting process, and what comes back. */
export type InspectOrder = { id: number; path: string }
export type InspectNews = { id: number } & (
  { inspected: Inspected } | { fault: { kind: MediaFault['kind']; reason: string } }
)

export type Inspector = {
  /** What a foreign file really is. @throws MediaFault */
  inspect(path: string): Promise<Inspected>
  close(): Promise<void>
}

const secondMs = 1000

/**
 * Opens foreign files in a process of their own: a file that crashes a decoder costs neither this
 * process nor a job that is being rendered, and no look waits behind a render. One file at a time,
 * so that it is known which one it was.
 */
export function createInspectClient({
  patienceMs = 30 * secondMs,
  idleMs = 60 * secondMs,
} = {}): Inspector & { readonly pid: number | undefined } {
  const forked = createForkedChild({ module: 'inspect-process.ts', idleMs, niceness: 0 })
  let turn: Promise<unknown> = Promise.resolve()
  let isClosed = false
  let nth = 0

  function inspectNow(path: string): Promise<Inspected> {
    if (isClosed) throw new Error('The engine is closed.')
    const worker = forked.take()
    const id = (nth += 1)
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => worker.kill('SIGKILL'), patienceMs)
      const settle = (done: () => void) => {
        clearTimeout(patience)
        worker.off('message', hear).off('exit', crashed).off('error', lost)
        forked.release(worker)
        done()
      }
      const hear = (news: InspectNews) => {
        if (news.id !== id) return
        if ('inspected' in news) settle(() => resolve(news.inspected))
        else settle(() => reject(new MediaFault(news.fault.kind, news.fault.reason)))
      }
      const crashed = () => settle(() => reject(new MediaFault('corrupt', 'it cannot be decoded')))
      const lost = (error: Error) => settle(() => reject(error))
      worker.on('message', hear).on('exit', crashed).on('error', lost)
      worker.send({ id, path } satisfies InspectOrder, () => undefined)
    })
  }

  return {
    inspect(path) {
      const inspected = turn.then(() => inspectNow(path))
      turn = inspected.catch(() => undefined)
      return inspected
    },
    /** Of the running process, for tests that end it and for measuring. */
    get pid() {
      return forked.pid
    },
    async close() {
      isClosed = true
      await forked.end()
    },
  }
}
