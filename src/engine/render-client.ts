import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Rendered, Renderer, RenderJob, RenderProgress } from './render/renderer.ts'

/** What goes to the render process, and what comes back. */
export type RenderOrder = { kind: 'render'; job: RenderJob } | { kind: 'abort'; id: string }
export type RenderNews =
  | { kind: 'progress'; id: string; progress: RenderProgress }
  | { kind: 'rendered'; id: string; rendered: Rendered }
  | { kind: 'failed'; id: string; reason: string }

const politeMs = 700
const niceness = 5
const minuteMs = 60_000

function start(): ChildProcess {
  const { LUMA_AGENTS_API_KEY: _secret, ...env } = process.env
  const child = fork(fileURLToPath(new URL('render-process.ts', import.meta.url)), [], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Ctrl-C is for the process that people see; this one ends when the channel does.
    detached: process.platform !== 'win32',
    env,
  })
  try {
    if (child.pid) setPriority(child.pid, niceness)
  } catch {
    // Without the right to be nice it renders all the same.
  }
  return child
}

/**
 * The one place of the engine that starts a process, so that a crash, a hang or the work itself is
 * not felt in this one. Draws in a forked process, one job after the other; it starts with the
 * first, and ends with this process or after 5 idle minutes. A render without a new frame for 3
 * minutes is given up.
 */
export function createRenderClient({
  patienceMs = 3 * minuteMs,
  idleMs = 5 * minuteMs,
} = {}): Renderer & {
  readonly pid: number | undefined
} {
  let child: ChildProcess | undefined
  let turn: Promise<unknown> = Promise.resolve()
  let isClosed = false
  let idle: NodeJS.Timeout | undefined

  function ready(): ChildProcess {
    if (!child) {
      const started = start()
      const forget = () => {
        if (child === started) child = undefined
      }
      started.on('exit', forget).on('error', forget).on('disconnect', forget)
      child = started
    }
    clearTimeout(idle)
    child.ref()
    child.channel?.ref()
    return child
  }

  function release(worker: ChildProcess) {
    worker.unref()
    worker.channel?.unref()
    idle = setTimeout(() => {
      if (child === worker) child = undefined
      worker.kill('SIGKILL')
    }, idleMs).unref()
  }

  async function renderNow(
    job: RenderJob,
    onProgress: (progress: RenderProgress) => void,
    signal: AbortSignal,
  ): Promise<Rendered> {
    signal.throwIfAborted()
    if (isClosed) throw new Error('The render process is closed.')
    const worker = ready()
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
        release(worker)
        if (signal.aborted) reject(signal.reason)
        else done()
      }
      const hear = (news: RenderNews) => {
        if (news.id !== job.id) return
        patience.refresh()
        if (news.kind === 'progress') onProgress(news.progress)
        else if (news.kind === 'rendered') settle(() => resolve(news.rendered))
        else settle(() => reject(new Error(news.reason)))
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
      return child?.pid
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      const last = child
      if (!last) return
      const ended = new Promise((resolve) => last.once('exit', resolve).once('error', resolve))
      last.ref()
      last.kill('SIGKILL')
      await ended
    },
  }
}
