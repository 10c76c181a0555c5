import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { openLuma } from './upstream/open-luma.ts'
import { type RunningServer, startServer } from './start-server.ts'

let server: RunningServer
let data: string
let port: number

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'dailies-start-'))
  const env = readEnv({
    DAILIES_DATA: data,
    DAILIES_PORT: '0',
    LUMA_AGENTS_API_KEY: 'luma-api-x',
    LUMA_AGENTS_BASE_URL: 'http://127.0.0.1:9/v1',
  })
  const log = createLog({ level: 'silent' })
  server = await startServer({
    env,
    log,
    openUpstream: async () => openLuma(env),
    pageDir: join(data, 'no-page'),
  })
  port = Number(new URL(server.url).port)
})
afterAll(async () => {
  await server.close()
  await rm(data, { recursive: true })
})

/** The status of a request as it is written, without a client that tidies it. */
async function statusOf(lines: string): Promise<number> {
  const socket = connect(port, '127.0.0.1')
  socket.write(`${lines}\r\nConnection: close\r\n\r\n`)
  let answer = ''
  socket.on('data', (bytes) => (answer += bytes))
  await once(socket, 'close')
  return Number(/^HTTP\/1.1 (\d+)/.exec(answer)?.[1])
}

const own = 'Host: 127.0.0.1'

describe('on the wire', () => {
  it.each<[string, number]>([
    [`GET /api/health HTTP/1.1\r\n${own}`, 200],
    ['GET /api/health HTTP/1.1', 400],
    ['GET /api/health HTTP/1.1\r\nHost:', 400],
    ['GET /api/health HTTP/1.1\r\nHost: :4680', 400],
    ['GET /api/health HTTP/1.1\r\nHost: evil.example', 403],
    [`GET http://evil.example/api/health HTTP/1.1\r\n${own}`, 403],
    [`GET /media/../../etc/passwd HTTP/1.1\r\n${own}`, 404],
    [`GET /media/%2e%2e/%2e%2e/etc/passwd HTTP/1.1\r\n${own}`, 404],
    [`GET //etc/passwd HTTP/1.1\r\n${own}`, 404],
    [`GET /media/..\\..\\x HTTP/1.1\r\n${own}`, 400],
    [`GET /media/%00 HTTP/1.1\r\n${own}`, 404],
    [`GET /${'x'.repeat(20_000)} HTTP/1.1\r\n${own}`, 431],
    [`GET /api/health HTTP/1.1\r\n${own}\r\nX: ${'x'.repeat(100_000)}`, 431],
    ['nonsense', 400],
  ])('%j is %i', async (lines, status) => {
    expect(await statusOf(lines)).toBe(status)
  })

  it('a leaving reader of events is let go, and the others go on', async () => {
    const leaving = new AbortController()
    const [first, second] = await Promise.all([
      fetch(`${server.url}/api/events`, { signal: leaving.signal }),
      fetch(`${server.url}/api/events`),
    ])
    leaving.abort()
    await expect(first.text()).rejects.toThrow()
    const headers = {
      'content-type': 'application/json',
      'idempotency-key': '4f0fca47-5ff6-4e2a-a9a0-8a2dd37e1b5b',
    }
    const body = JSON.stringify({ type: 'image', prompt: 'x' })
    await fetch(`${server.url}/api/generations`, { method: 'POST', headers, body })
    const reader = second.body?.getReader()
    let seen = ''
    while (!seen.includes('"intent"')) {
      seen += new TextDecoder().decode((await reader?.read())?.value)
    }
    await reader?.cancel()
    expect(seen).toMatch(/event: generation/)
  })

  it('a job waits while the upstream cannot be reached, and says so', async () => {
    const url = `${server.url}/api/generations/4f0fca47-5ff6-4e2a-a9a0-8a2dd37e1b5b`
    const deadline = Date.now() + 5000
    let record = { state: '', failure_reason: '' }
    while (record.state !== 'held' && Date.now() < deadline) {
      record = (await (await fetch(url)).json()) as typeof record
    }
    expect(record.state).toBe('held')
    expect(record.failure_reason).toMatch(/cannot be reached/)
  })
})
