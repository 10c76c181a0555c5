import { type ChildProcess, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Generation, isSettled } from '#contract/generation.ts'
import { createEngine, type Engine } from '#engine/create-engine.ts'
import { createQuickRenderer } from '#engine/quick-renderer.ts'
import { serveEngine } from '#engine/serve-engine.ts'
import { assembleServer } from './assemble-server.ts'
import type { CheckpointName } from './checkpoint.ts'
import { readEnv } from './env.ts'
import { createLog } from './log.ts'
import { openLuma } from './upstream/open-luma.ts'
import { quickPace } from './life/quick-pace.harness.ts'

const points: CheckpointName[] = [
  'before_intent',
  'after_intent',
  'after_submitting',
  'after_post_sent',
  'after_answer',
  'after_queued',
  'after_completed_seen',
  'archive_temp_open',
  'archive_mid_download',
  'archive_after_fsync',
  'archive_after_rename',
  'archive_after_row',
  'after_completed',
]
const rounds = 20
const jobsPerRound = 2
const sideBySide = 3
const setSize = 6
const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const bundle = fromRoot('dist/kill-server/server.mjs')

type Kill = { point: CheckpointName; nth: number }

let engine: Engine
let served: Awaited<ReturnType<typeof serveEngine>>
const totals = { rounds: 0, acknowledged: 0, completed: 0, unknown: 0, doubled: 0 }

/** One file starts four times as fast as the sources through tsx, and here it starts often. */
async function bundleServer() {
  await build({
    root: fromRoot('.'),
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    ssr: { noExternal: ['hono', '@hono/node-server', 'zod', 'kysely', 'undici', 'pino'] },
    build: {
      ssr: fromRoot('src/server/kill-server.harness.ts'),
      outDir: fromRoot('dist/kill-server'),
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'server.mjs', codeSplitting: false } },
    },
  })
}

beforeAll(async () => {
  await bundleServer()
  engine = createEngine({ renderer: createQuickRenderer(), jobsAtOnce: 4 })
  served = await serveEngine(engine, 0)
})
afterAll(async () => {
  await served.close()
  await engine.close()
  process.stdout.write(`kill test: ${JSON.stringify(totals)}\n`)
})

const settingsOf = (data: string) => ({
  LUMA_AGENTS_API_KEY: 'luma-api-kill',
  LUMA_AGENTS_BASE_URL: served.url,
  DAILIES_DATA: data,
  DAILIES_PORT: '0',
})

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (bytes: Buffer) => resolve(bytes.toString().trim()))
    child.once('exit', () => reject(new Error('The server ended before it listened.')))
  })
}

type Ways = (url: string) => Promise<string[]>

/** Submits until the server dies; gives the ids that it acknowledged. */
async function submitAndDie(data: string, kill: Kill, submit: Ways): Promise<string[]> {
  const { point, nth } = kill
  const child = spawn(process.execPath, [bundle], {
    env: { PATH: process.env.PATH, ...settingsOf(data), KILL_AT: point, KILL_NTH: String(nth) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const dead = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_, signal) => resolve(signal))
  })
  const url = await firstLine(child)
  const acknowledged = await submit(url)
  expect(await dead).toBe('SIGKILL')
  return acknowledged
}

const requestOf = (prompt: string) => ({
  type: 'image',
  prompt,
  aspect_ratio: '3:1',
  output_format: 'jpeg',
})

async function post(url: string, body: unknown, headers: Record<string, string> = {}) {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  }
  return (await fetch(url, init).catch(() => null))?.status === 201
}

const newIds = (count: number) => Array.from({ length: count }, () => randomUUID() as string)

async function submitSingly(url: string): Promise<string[]> {
  const ids = newIds(jobsPerRound)
  const answers = await Promise.all(
    ids.map((id) => post(`${url}/api/generations`, requestOf(id), { 'idempotency-key': id })),
  )
  return ids.filter((_, index) => answers[index])
}

async function submitAsSet(url: string): Promise<string[]> {
  const [id, ...ids] = newIds(1 + setSize)
  const items = ids.map((item) => ({ id: item, request: requestOf(item) }))
  return (await post(`${url}/api/sets`, { id, items })) ? ids : []
}

/** Starts again in this process and waits until nothing is in flight. */
async function recover(data: string): Promise<Generation[]> {
  const env = readEnv(settingsOf(data))
  const server = await assembleServer({
    env,
    pace: quickPace,
    log: createLog({ level: 'silent' }),
    openUpstream: async () => openLuma(env),
  })
  await server.resume()
  try {
    const deadline = Date.now() + 30_000
    for (;;) {
      const response = await server.app.request('http://localhost/api/generations?limit=200')
      const { data: records } = (await response.json()) as { data: Generation[] }
      if (records.every(({ state }) => isSettled(state))) return records
      if (Date.now() > deadline) throw new Error('Some jobs did not settle.')
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
  } finally {
    await server.close()
  }
}

async function round(kill: Kill, submit: Ways): Promise<Generation[]> {
  const { point } = kill
  const data = await mkdtemp(join(tmpdir(), 'dailies-kill-'))
  try {
    const acknowledged = await submitAndDie(data, kill, submit)
    const records = await recover(data)
    const byId = new Map(records.map((record) => [record.id, record]))
    for (const id of acknowledged) {
      const state = byId.get(id)?.state ?? 'lost'
      expect(['completed', 'unknown'], `${id} at ${point}`).toContain(state)
    }
    for (const { id, state } of records) {
      const posts = engine
        .ledger()
        .filter(({ method, x_request_id }) => method === 'POST' && x_request_id === id)
      expect(posts.length, `POSTs of ${id} at ${point}`).toBeLessThanOrEqual(1)
      if (state === 'completed') expect(posts).toHaveLength(1)
      totals.completed += Number(state === 'completed')
      totals.unknown += Number(state === 'unknown')
      totals.doubled += Math.max(0, posts.length - 1)
    }
    expect(await readdir(join(data, 'tmp'))).toEqual([])
    totals.rounds += 1
    totals.acknowledged += acknowledged.length
    return records
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

/** The nth passage of a point, for each n, a few side by side. */
async function eachTime(nths: number[], act: (nth: number) => Promise<void>) {
  const worker = async () => {
    for (let nth = nths.pop(); nth !== undefined; nth = nths.pop()) await act(nth)
  }
  await Promise.all(Array.from({ length: sideBySide }, worker))
}

describe('a server that is killed', () => {
  it.each(points)(
    'at %s loses no acknowledged job, doubles no POST and leaves no temporary file',
    async (point) => {
      const nths = Array.from({ length: rounds }, (_, index) => (index % jobsPerRound) + 1)
      await eachTime(nths, async (nth) => void (await round({ point, nth }, submitSingly)))
    },
    240_000,
  )

  it.each<[CheckpointName, number[]]>([
    ['before_intent', [1]],
    ['after_intent', [1]],
    ['after_submitting', [1, 2, 3, 4, 5, 6]],
    ['after_post_sent', [1, 3, 6]],
    ['after_answer', [2, 4, 6]],
    ['after_queued', [1, 3, 5]],
  ])(
    'at %s in the middle of a set has all of it or nothing, and sends the rest of it once',
    async (point, nths) => {
      await eachTime(nths, async (nth) => {
        const records = await round({ point, nth }, submitAsSet)
        expect(records).toHaveLength(point === 'before_intent' ? 0 : setSize)
        const unknown = records.filter(({ state }) => state === 'unknown')
        expect(unknown.length).toBeLessThanOrEqual(4)
        if (point === 'after_intent') expect(unknown).toHaveLength(0)
      })
    },
    240_000,
  )
})
