import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { MediaAnswer, MediaQuestion } from './media-child.ts'

const idleMs = 30_000

type Answered = Exclude<MediaAnswer, { fault: string }>
export type MediaProcess = ReturnType<typeof createMediaProcess>

/**
 * Asks a forked process that holds the native video code, so that a file that crashes it costs one
 * answer and not the web server. One question at a time; the process starts with the first, and ends
 * when it has been idle, when it takes too long, or with this process.
 */
export function createMediaProcess({ timeoutMs = 20_000 } = {}) {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let queue: Promise<unknown> = Promise.resolve()

  function start(): ChildProcess {
    const { LUMA_AGENTS_API_KEY: _key, DAILIES_PASSWORD: _password, ...env } = process.env
    const started = fork(fileURLToPath(new URL('media-child.ts', import.meta.url)), [], {
      cwd: fileURLToPath(new URL('.', import.meta.url)),
      execArgv: ['--import', 'tsx'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env,
    })
    const forget = () => {
      if (child === started) child = undefined
    }
    started.on('exit', forget).on('error', forget)
    return started
  }

  function stop() {
    child?.kill('SIGKILL')
    child = undefined
  }

  function askNow(question: MediaQuestion, signal?: AbortSignal): Promise<MediaAnswer> {
    signal?.throwIfAborted()
    clearTimeout(idle)
    const asked = (child ??= start())
    asked.ref()
    asked.channel?.ref()
    return new Promise<MediaAnswer>((resolve, reject) => {
      const settle = (done: () => void) => {
        clearTimeout(timeout)
        clearTimeout(idle)
        asked.removeAllListeners('message')
        asked.off('exit', crashed).off('error', crashed)
        signal?.removeEventListener('abort', leave)
        asked.unref()
        asked.channel?.unref()
        idle = setTimeout(stop, idleMs).unref()
        done()
      }
      const crashed = () => {
        settle(() => reject(new Error('This video stopped the reader; it may be damaged.')))
      }
      const leave = () => {
        stop()
        settle(() => reject(signal?.reason as Error))
      }
      const timeout = setTimeout(() => {
        stop()
        const seconds = timeoutMs / 1000
        settle(() => reject(new Error(`Reading this video took longer than ${seconds} seconds.`)))
      }, timeoutMs)
      asked.once('message', (said: MediaAnswer) => settle(() => resolve(said)))
      asked.once('exit', crashed).once('error', crashed)
      signal?.addEventListener('abort', leave)
      asked.send(question, (error) => {
        if (error) crashed()
      })
    })
  }

  return {
    /**
     * When nobody wants the answer any more, `signal` ends the work.
     * @throws Error with a plain sentence about the file.
     */
    async ask(question: MediaQuestion, signal?: AbortSignal): Promise<Answered> {
      const turn = queue.then(() => askNow(question, signal))
      queue = turn.catch(() => undefined)
      const said = await turn
      if ('fault' in said) throw new Error(said.fault)
      return said
    },
    /** Of the running child, for tests that end it. */
    get pid() {
      return child?.pid
    },
    stop,
  }
}

/** Measures what comes in. */
export const mediaProcess = createMediaProcess()

// Each kind of work has its own, as a strip can take seconds and a cut minutes.
export const drawingProcess = createMediaProcess({ timeoutMs: 60_000 })
export const stripProcess = createMediaProcess({ timeoutMs: 120_000 })
export const cuttingProcess = createMediaProcess({ timeoutMs: 20 * 60_000 })
export const joiningProcess = createMediaProcess({ timeoutMs: 60 * 60_000 })

export function stopMediaProcesses(): void {
  const all = [mediaProcess, drawingProcess, stripProcess, cuttingProcess, joiningProcess]
  for (const each of all) each.stop()
}
