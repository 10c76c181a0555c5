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

/** A server of its own: a free port, an empty data folder, the local engine. */
export async function startDailies(env: Record<string, string> = {}) {
  const data = env.DAILIES_DATA ?? mkdtempSync(join(tmpdir(), 'dailies-e2e-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DAILIES_PORT: '0',
      DAILIES_DATA: data,
      ...env,
    },
  })
  const url = await addressFrom(child)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const remove = () => rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  return { url, data, stop, remove }
}
