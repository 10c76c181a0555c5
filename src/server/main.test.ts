import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'

const main = fileURLToPath(new URL('main.ts', import.meta.url))
const started: ChildProcess[] = []
let data: string
let port: number

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'dailies-main-'))
  port = await freePort()
})
afterEach(async () => {
  for (const child of started.splice(0)) child.kill('SIGKILL')
  await rm(data, { recursive: true, force: true })
})

function start(more: Record<string, string> = {}) {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH, DAILIES_DATA: data, DAILIES_PORT: String(port), ...more },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  started.push(child)
  const said = { out: '', err: '' }
  child.stdout.on('data', (bytes) => (said.out += bytes))
  child.stderr.on('data', (bytes) => (said.err += bytes))
  const ended = once(child, 'close').then(([code]) => code as number | null)
  const until = async (words: string) => {
    const isOver = ended.then(() => true)
    while (!said.out.includes(words)) {
      const wait = new Promise((resolve) => setTimeout(resolve, 20))
      if ((await Promise.race([wait, isOver])) === true) throw new Error(said.err)
    }
  }
  return { child, said, ended, until }
}

const luma = { LUMA_AGENTS_API_KEY: 'luma-api-x', LUMA_AGENTS_BASE_URL: 'http://127.0.0.1:9/v1' }

describe('npm start', () => {
  it('says where it is and who answers, and ends when it is told to', async () => {
    const server = start(luma)
    await server.until('money.\n')
    expect(server.said.out).toBe(
      `Dailies is at http://127.0.0.1:${port}\nLuma answers: every generation costs money.\n`,
    )
    const health = await (await fetch(`http://127.0.0.1:${port}/api/health`)).json()
    expect(health).toMatchObject({ status: 'ok', engine: 'luma' })
    const events = await fetch(`http://127.0.0.1:${port}/api/events`)

    const second = start({ ...luma, DAILIES_PORT: '0' })
    expect(await second.ended).toBe(1)
    expect(second.said.err).toMatch(/Another Dailies is running on/)

    server.child.kill('SIGTERM')
    expect(await server.ended).toBe(0)
    await events.text().catch(() => undefined)
    expect(server.said.err).toBe('')
  })

  it('names the local engine when there is no key', async () => {
    const server = start()
    await server.until('machine.\n')
    expect(server.said.out).toMatch(/\nLocal engine answers: free, procedural, on this machine.\n$/)
    server.child.kill('SIGINT')
    expect(await server.ended).toBe(0)
  })

  it('lists what is wrong with the settings and does not start', async () => {
    const server = start({ DAILIES_PORT: 'x', DAILIES_HOST: '0.0.0.0' })
    expect(await server.ended).toBe(1)
    expect(server.said.err).toMatch(/DAILIES_PORT must be a port number/)
    expect(server.said.out).toBe('')
  })

  it('says so when its port is taken', async () => {
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    const server = start(luma)
    expect(await server.ended).toBe(1)
    expect(server.said.err).toMatch(/Another program has its port/)
    other.close()
  })
})
