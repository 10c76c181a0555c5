import { createForkedChild } from './forked-child.ts'
import { RenderFailure } from './render/render-failure.ts'
import type { Rendered, Renderer, RenderJob, RenderProgress } from './render/renderer.ts'

/** What goes to the render process, and what comes back. */
export type RenderOrder = { kind: 'render'; job: RenderJob } | { kind: 'abort'; id: string }
export type RenderNews =
  | { kind: 'progress'; id: string; progress: RenderProgress }
  | { kind: 'rendered'; id: string; rendered: Rendered }
  | { kind: 'failed'; id: string; code: string; reason: string }

const politeMs = 700
const niceness = 5
const minuteMs = 60_000

/**
 * Draws in a forked process, so that a crash, a hang or the work itself is not felt in this one: one
 * job after the other. A render without a new frame for 3 minutes is given up.
 */
export function createRenderClient({
  patienceMs = 3 * minuteMs,
  idleMs = 5 * minuteMs,
} = {}): Renderer & {
  readonly pid: number | undefined
} {
  const forked = createForkedChild({ module: 'render-process.ts', idleMs, niceness })
  let turn: Promise<unknown> = Promise.resolve()
  let isClosed = false

  async function renderNow(
    job: RenderJob,
    onProgress: (progress: RenderProgress) => void,
    signal: AbortSignal,
  ): Promise<Rendered> {
    signal.throwIfAborted()
    if (isClosed) throw new Error('The render process is closed.')
    const worker = forked.take()
    const order = (said: RenderOrder) => worker.send(said, () => undefined)
    return new Promise<Rendered>((resolve, reject) => {
      let deadline: NodeJS.Timeout | undefined
      let hasStalled = false
      const patience = setTimeout(() => {
        hasStalled = true
        worker.kill('SIGKILL')
      }, patienceMs)
      const settle = (done: () => void) => {
        clearTimeout(deadline)
        clearTimeout(patience)
        worker.off('message', hear).off('exit', crashed).off('error', lost)
        signal.removeEventListener('abort', stop)
        forked.release(worker)
        if (signal.aborted) reject(signal.reason)
        else done()
      }
      const hear = (news: RenderNews) => {
        if (news.id !== job.id) return
        patience.refresh()
        if (news.kind === 'progress') onProgress(news.progress)
        else if (news.kind === 'rendered') settle(() => resolve(news.rendered))
        else settle(() => reject(new RenderFailure(news.code, news.reason)))
      }
      const crashed = (code: number | null, name: string | null) => {
        const why = hasStalled ? 'no progress' : (name ?? `code ${code}`)
        settle(() => reject(new Error(`The render process stopped (${why}).`)))
      }
      const lost = (error: Error) =>
        settle(() => reject(new Error(`The render process could not be used: ${error.message}`)))
      const stop = () => {
        order({ kind: 'abort', id: job.id })
        deadline = setTimeout(() => worker.kill('SIGKILL'), politeMs)
      }
      worker.on('message', hear).on('exit', crashed).on('error', lost)
      signal.addEventListener('abort', stop, { once: true })
      order({ kind: 'render', job })
    })
  }

  return {
    render(job, onProgress, signal) {
      const rendered = turn.then(() => renderNow(job, onProgress, signal))
      turn = rendered.catch(() => undefined)
      return rendered
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
