import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { availableParallelism, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '#engine/create-engine.ts'
import { readEnv } from '#server/env.ts'
import { createLog } from '#server/log.ts'
import { startServer } from '#server/start-server.ts'
import { createHandlerTransport } from '#server/upstream/handler-transport.ts'
import { createUpstream } from '#server/upstream/upstream.ts'

/**
 * How long `GET /api/health` takes while a clip of 10 s in 1080p is rendered, through the real
 * server, the real engine and its render process; beside it a server that does nothing but answer,
 * asked in the same minutes, for a busy machine delays both.
 */
const promisedMs = 50
const everyMs = 20
const data = mkdtempSync(join(tmpdir(), 'dailies-health-'))

const engine = createEngine({ folder: join(data, 'engine') })
const openUpstream = async () =>
  createUpstream({
    world: 'local',
    transport: createHandlerTransport(engine),
    baseUrl: 'http://local-engine.internal/v1',
    key: 'luma-api-bench',
  })
const env = readEnv({ DAILIES_DATA: data, DAILIES_PORT: '0' })
const server = await startServer({ env, openUpstream, log: createLog({ level: 'silent' }) })
const bare = createServer((_, response) => response.end('{}'))
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
const address = bare.address()
const bareUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/`

async function timed(url: string) {
  const started = performance.now()
  const answer = await fetch(url)
  await answer.arrayBuffer()
  return performance.now() - started
}

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function sample(isOver: () => Promise<boolean>) {
  const found = { health: [] as number[], bare: [] as number[] }
  for (let nth = 0; nth % 25 !== 0 || !(await isOver()); nth += 1) {
    found.health.push(await timed(`${server.url}/api/health`))
    found.bare.push(await timed(bareUrl))
    await sleep(everyMs)
  }
  return found
}

const at = (values: number[], share: number) =>
  values.toSorted((a, b) => a - b)[
    Math.min(values.length - 1, Math.floor(values.length * share))
  ] ?? 0
const row = (name: string, values: number[]) =>
  [
    name.padEnd(28),
    ...[0.5, 0.95, 0.99, 1].map((share) => `${at(values, share).toFixed(1)} ms`.padStart(10)),
  ].join('')

async function stateOf(id: string) {
  const answer = await fetch(`${server.url}/api/generations/${id}`)
  return ((await answer.json()) as { state: string }).state
}

async function submit() {
  const id = crypto.randomUUID()
  const answer = await fetch(`${server.url}/api/generations`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': id, origin: server.url },
    body: JSON.stringify({
      type: 'video',
      prompt: 'A lone sailboat at dusk, fog rolling in, slow push in',
      video: { resolution: '1080p', duration: '10s' },
    }),
  })
  if (answer.status !== 201) throw new Error(await answer.text())
  return id
}

const before = loadavg()[0] ?? 0
let asked = 0
const idle = await sample(async () => (asked += 1) > 8)
const started = performance.now()
const id = await submit()
const busy = await sample(async () => ['completed', 'failed'].includes(await stateOf(id)))
const tookS = (performance.now() - started) / 1000

console.log(`${availableParallelism()} cores, Node ${process.versions.node}`)
console.log(
  `load before ${before.toFixed(1)}; the clip (10 s, 1080p) took ${tookS.toFixed(0)} s: ${await stateOf(id)}`,
)
console.log(
  `${''.padEnd(28)}${['p50', 'p95', 'p99', 'most'].map((name) => name.padStart(10)).join('')}`,
)
console.log(row('health, idle', idle.health))
console.log(row('a bare server, idle', idle.bare))
console.log(row(`health, rendering (${busy.health.length})`, busy.health))
console.log(row('a bare server, rendering', busy.bare))
const p99 = at(busy.health, 0.99)
console.log(p99 <= promisedMs ? 'The promise holds.' : `The promise of ${promisedMs} ms is broken.`)

await server.close()
bare.close()
rmSync(data, { recursive: true, force: true })
