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

function serve(data: string, port: string) {
  const { PATH, HOME } = process.env
  return spawn(process.execPath, ['--import', 'tsx', 'src/server/main.ts'], {
    cwd: root,
    env: { PATH, HOME, DAILIES_PORT: port, DAILIES_DATA: data },
  })
}

/** A server of its own: a free port, an empty data folder, the local engine. */
export async function startDailies() {
  const data = mkdtempSync(join(tmpdir(), 'dailies-e2e-'))
  let child = serve(data, '0')
  const url = await addressFrom(child)
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const restart = async (signal: NodeJS.Signals) => {
    await stop(signal)
    child = serve(data, new URL(url).port)
    await addressFrom(child)
  }
  const remove = () => rmSync(data, { recursive: true, force: true, maxRetries: 5 })
  return { url, data, stop, restart, remove }
}
