import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '#engine/create-engine.ts'
import { createQuickRenderer } from '#engine/quick-renderer.ts'
import { serveEngine } from '#engine/serve-engine.ts'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { openLuma } from './upstream/open-luma.ts'
import { quickPace } from './life/quick-pace.harness.ts'
import { startServer } from './start-server.ts'

const key = `luma-api-${randomBytes(24).toString('hex')}`
const said: Buffer[] = []
const logged: string[] = []
let data: string
const closers: (() => unknown)[] = []

async function ask(url: string, init?: RequestInit) {
  const response = await fetch(url, init)
  said.push(Buffer.from(JSON.stringify([...response.headers])))
  said.push(Buffer.from(await response.arrayBuffer()))
  return said.at(-1)?.toString() ?? ''
}

async function filesUnder(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true })
  const paths = names.map((name) => join(folder, name))
  const found = await Promise.all(paths.map((path) => stat(path)))
  return paths.filter((_, index) => found[index]?.isFile())
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'dailies-key-'))
  const engine = createEngine({
    renderer: createQuickRenderer(),
    faults: {
      submit: { 2: 'lost', 3: { status: 429, retry_after_s: 1 }, 4: { status: 502 } },
      poll: { 2: { status: 502 } },
      download: { 1: 'expired' },
    },
  })
  const served = await serveEngine(engine, 0)
  const env = readEnv({
    LUMA_AGENTS_API_KEY: key,
    LUMA_AGENTS_BASE_URL: served.url,
    DAILIES_DATA: data,
    DAILIES_PORT: '0',
  })
  const destination = { write: (line: string) => void logged.push(line) }
  const log = createLog({ level: 'trace', key, destination })
  const server = await startServer({
    env,
    openUpstream: async () => openLuma(env),
    log,
    pace: quickPace,
  })
  closers.push(
    () => server.close(),
    () => served.close(),
    () => engine.close(),
    () => rm(data, { recursive: true }),
  )

  const post = (prompt: string, more: object = {}) =>
    ask(`${server.url}/api/generations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: JSON.stringify({ type: 'image', prompt, ...more }),
    })
  for (const prompt of ['one', 'two', 'three', 'four', '']) await post(prompt)
  await post('five', { seed: 1 })
  log.error({ key, headers: { authorization: `Bearer ${key}` } }, `a careless line with ${key}`)

  const deadline = Date.now() + 15_000
  let page = { data: [] as { id: string; state: string; outputs: { sha256: string }[] }[] }
  const settled = ['completed', 'failed', 'unknown']
  do {
    page = JSON.parse(await ask(`${server.url}/api/generations`))
  } while (!page.data.every(({ state }) => settled.includes(state)) && Date.now() < deadline)
  expect(page.data.map(({ state }) => state).toSorted()).toEqual([
    'completed',
    'completed',
    'unknown',
    'unknown',
  ])
  for (const { id, outputs } of page.data) {
    await ask(`${server.url}/api/generations/${id}`)
    for (const { sha256 } of outputs) {
      await ask(`${server.url}/media/${sha256}`)
      await ask(`${server.url}/media/${sha256}/thumb`)
    }
  }
  for (const path of ['/', '/api/health', '/api/x', '/media/x', '/.env']) {
    await ask(`${server.url}${path}`)
  }
  await ask(`${server.url}/api/uploads`, { method: 'POST', body: 'no picture' })
})
afterAll(async () => {
  for (const close of closers) await close()
})

describe('the key', () => {
  it('is in no answer', () => {
    expect(said.length).toBeGreaterThan(40)
    expect(said.filter((bytes) => bytes.includes(key))).toEqual([])
  })

  it('is in no line of the log, even when somebody logs it', () => {
    expect(logged.join('')).toMatch(/a careless line with \[key\]/)
    expect(logged.filter((line) => line.includes(key))).toEqual([])
  })

  it('is in no file of the data folder', async () => {
    const paths = await filesUnder(data)
    expect(paths.length).toBeGreaterThan(4)
    for (const path of paths) expect((await readFile(path)).includes(key), path).toBe(false)
  })

  it('cannot be in the built page, which does not even know its name', async () => {
    const dist = 'dist/studio'
    for (const path of existsSync(dist) ? await filesUnder(dist) : []) {
      const bytes = await readFile(path)
      expect(bytes.includes(key) || bytes.includes('LUMA_AGENTS_API_KEY='), path).toBe(false)
    }
  })
})
