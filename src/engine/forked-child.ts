import { type ChildProcess, fork } from 'node:child_process'
import { setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'

export type ForkedOptions = {
  /** A file of this folder. */
  module: string
  /** After so long without work it ends. */
  idleMs: number
  /** As of Unix: 0 is as everybody else, 19 gives way to all. */
  niceness: number
}

function start({ module, niceness }: ForkedOptions): ChildProcess {
  const { LUMA_AGENTS_API_KEY: _secret, ...env } = process.env
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), [], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // Ctrl-C is for the process that people see; this one ends when the channel does.
    detached: process.platform !== 'win32',
    env,
  })
  try {
    if (child.pid && niceness) setPriority(child.pid, niceness)
  } catch {
    // Without the right to be nice it works all the same.
  }
  return child
}

/**
 * The one place of the engine that starts a process: it starts with the first work, and ends with
 * this process, by a crash of its own, or when it is idle. After an end the next work starts anew.
 */
export function createForkedChild(options: ForkedOptions) {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined

  return {
    get pid() {
      return child?.pid
    },

    /** Keeps this process alive until it is released. */
    take(): ChildProcess {
      if (!child) {
        const started = start(options)
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
    },

    release(worker: ChildProcess) {
      worker.unref()
      worker.channel?.unref()
      clearTimeout(idle)
      idle = setTimeout(() => {
        if (child === worker) child = undefined
        worker.kill('SIGKILL')
      }, options.idleMs).unref()
    },

    async end() {
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
