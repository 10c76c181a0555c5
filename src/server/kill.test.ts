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
const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const bundle = fromRoot('dist/kill-server/server.mjs')

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

/** Submits until the server dies; gives the ids that it acknowledged. */
async function submitAndDie(data: string, point: CheckpointName, nth: number): Promise<string[]> {
  const child = spawn(process.execPath, [bundle], {
    env: { PATH: process.env.PATH, ...settingsOf(data), KILL_AT: point, KILL_NTH: String(nth) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const dead = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_, signal) => resolve(signal))
  })
  const url = await firstLine(child)
  const post = async (id: string) => {
    const response = await fetch(`${url}/api/generations`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({
        type: 'image',
        prompt: id,
        aspect_ratio: '3:1',
        output_format: 'jpeg',
      }),
    })
    return response.status === 201 ? id : null
  }
  const ids = Array.from({ length: jobsPerRound }, () => randomUUID())
  const answers = await Promise.all(ids.map((id) => post(id).catch(() => null)))
  expect(await dead).toBe('SIGKILL')
  return answers.filter((id) => id !== null)
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

async function round(point: CheckpointName, nth: number) {
  const data = await mkdtemp(join(tmpdir(), 'dailies-kill-'))
  try {
    const acknowledged = await submitAndDie(data, point, nth)
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
  } finally {
    await rm(data, { recursive: true, force: true })
  }
}

describe('a server that is killed', () => {
  it.each(points)(
    'at %s loses no acknowledged job, doubles no POST and leaves no temporary file',
    async (point) => {
      const waiting = Array.from({ length: rounds }, (_, index) => (index % jobsPerRound) + 1)
      const worker = async () => {
        for (let nth = waiting.pop(); nth !== undefined; nth = waiting.pop()) {
          await round(point, nth)
        }
      }
      await Promise.all(Array.from({ length: sideBySide }, worker))
    },
    240_000,
  )
})
