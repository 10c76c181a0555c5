import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')

async function addressFrom(child: ChildProcess): Promise<string> {
  let said = ''
  return new Promise((found, failed) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString()
      const address = /Dailies is at (http:\S+)/.exec(said)?.[1]
      if (address) found(address)
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('exit', (code) => failed(new Error(`The server ended with ${code}:\n${said}`)))
  })
}

type Program = 'src/server/main.ts' | 'e2e/brisk-main.ts'

function serve(program: Program, data: string, port: string, settings: Record<string, string>) {
  const { PATH, HOME } = process.env
  return spawn(process.execPath, ['--import', 'tsx', program], {
    cwd: root,
    env: { PATH, HOME, DAILIES_PORT: port, DAILIES_DATA: data, ...settings },
  })
}

/** A server of its own: a free port, an empty data folder, the local engine unless told. */
export async function startDailies(
  settings: Record<string, string> = {},
  program: Program = 'src/server/main.ts',
) {
  const data = mkdtempSync(join(tmpdir(), 'dailies-e2e-'))
  let child = serve(program, data, '0', settings)
  const url = await addressFrom(child)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const restart = async (signal: NodeJS.Signals) => {
    await stop(signal)
    child = serve(program, data, new URL(url).port, settings)
    await addressFrom(child)
  }
  const remove = () => rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  return { url, data, pid: () => child.pid, stop, restart, remove }
}
