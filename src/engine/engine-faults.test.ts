import { afterEach, expect, test } from 'vitest'
import { createEngine, type Engine, type EngineOptions } from './create-engine.ts'
import { createQuickRenderer } from './quick-renderer.ts'
import { serveEngine } from './serve-engine.ts'
import { talkTo } from './talk-to.fixture.ts'

let opened: Engine | undefined
afterEach(() => opened?.close())

function open(options: EngineOptions) {
  const engine = createEngine({ renderer: createQuickRenderer(), ...options })
  opened = engine
  return { engine, ...talkTo(engine) }
}
const lake = { prompt: 'a lake' }

test('the second answer is lost, but its job was accepted and is made', async () => {
  const { engine, post, settle } = open({ faults: { submit: { 2: 'lost' } } })
  expect((await post(lake)).status).toBe(201)
  await expect(post(lake)).rejects.toThrow('connection was lost')
  const [, lost] = engine.ledger()
  expect(lost).toMatchObject({ status: null, is_lost: true })
  expect((await settle(lost?.generation_id ?? '')).state).toBe('completed')
})

test('over HTTP a lost answer is a broken connection', async () => {
  const { engine } = open({ faults: { submit: { 1: 'lost' } } })
  const { url, close } = await serveEngine(engine, 0)
  const headers = { Authorization: 'Bearer luma-api-test' }
  const body = JSON.stringify(lake)
  const answer = fetch(`${url}/generations`, { method: 'POST', headers, body })
  await expect(answer).rejects.toThrow('fetch failed')
  expect(engine.ledger()[0]?.generation_id).toBeDefined()
  await close()
})

test('an answer that never comes leaves the caller waiting', async () => {
  const { engine, ask } = open({ faults: { submit: () => 'silent' } })
  const giveUp = new AbortController()
  const body = JSON.stringify(lake)
  const answer = ask('/v1/generations', { method: 'POST', body, signal: giveUp.signal })
  const waited = new Promise((resolve) => setTimeout(resolve, 100, 'nothing'))
  expect(await Promise.race([answer, waited])).toBe('nothing')
  giveUp.abort()
  await expect(answer).rejects.toThrow('connection was lost')
  expect(engine.ledger()[0]?.generation_id).toBeDefined()
})

test.each([
  [429, 'Rate limit exceeded', '7'],
  [502, 'Upstream service unavailable', null],
] as const)('a %i is answered and nothing is accepted', async (status, detail, retryAfter) => {
  const submit = { 1: { status, retry_after_s: 7 } }
  const { engine, post } = open({ faults: { submit } })
  const answer = await post(lake)
  expect([answer.status, await answer.json()]).toEqual([status, { detail }])
  expect(answer.headers.get('Retry-After')).toBe(retryAfter)
  expect(engine.ledger()[0]?.generation_id).toBeUndefined()
  expect((await post(lake)).status).toBe(201)
})

test('a poll fails, or tells a state that goes backwards', async () => {
  const poll = { 2: { state: 'queued' }, 3: { status: 502 } } as const
  const { ask, submit, look, engine } = open({ faults: { poll } })
  const { id } = await submit(lake)
  while (engine.jobOf(id)?.state !== 'completed') await new Promise((go) => setTimeout(go, 10))
  expect((await look(id)).state).toBe('completed')
  expect((await look(id)).state).toBe('queued')
  expect((await ask(`/v1/generations/${id}`)).status).toBe(502)
  expect((await look(id)).state).toBe('completed')
})

test('a job fails with the code that is asked for, and the next one does not', async () => {
  const job = { 1: { failure_code: 'content_moderated', reason: 'Not that.' } }
  const { submit, settle } = open({ faults: { job } })
  const [first, second] = [await submit(lake), await submit(lake)]
  expect(await settle(first.id)).toMatchObject({
    state: 'failed',
    failure_code: 'content_moderated',
    failure_reason: 'Not that.',
    output: [],
  })
  expect((await settle(second.id)).state).toBe('completed')
})

test('a job hangs until the engine is closed', async () => {
  const { submit, look, engine } = open({ faults: { job: { 1: 'hang' } } })
  const { id } = await submit(lake)
  await new Promise((go) => setTimeout(go, 100))
  expect((await look(id)).state).toBe('processing')
  await engine.close()
})

test('a job is slow', async () => {
  const { submit, settle } = open({ faults: { job: { 1: { delay_ms: 150 } } } })
  const startedAt = Date.now()
  await settle((await submit(lake)).id)
  expect(Date.now() - startedAt).toBeGreaterThan(140)
})

test('a link is called expired, and a download breaks off', async () => {
  const download = { 1: 'expired', 2: { cut_at: 100 } } as const
  const { submit, settle, engine } = open({ faults: { download } })
  const url = (await settle((await submit(lake)).id)).output?.[0]?.url ?? ''
  expect((await engine.fetch(new Request(url))).status).toBe(403)
  const cut = await engine.fetch(new Request(url))
  expect(Number(cut.headers.get('Content-Length'))).toBeGreaterThan(100)
  expect((await cut.arrayBuffer()).byteLength).toBe(100)
  expect((await engine.fetch(new Request(url))).status).toBe(200)
})

test('over HTTP a download that breaks off is an error', async () => {
  const { engine, submit, settle } = open({ faults: { download: { 1: { cut_at: 0 } } } })
  const { url, close } = await serveEngine(engine, 0)
  const found = await settle((await submit(lake)).id)
  const { pathname, search } = new URL(found.output?.[0]?.url ?? '')
  const answer = await fetch(new URL(pathname + search, url))
  await expect(answer.arrayBuffer()).rejects.toThrow('terminated')
  await close()
})

test('more submissions in a minute than the limit are told when to come back', async () => {
  let now = 1_000_000_000_000
  const { post } = open({ limits: { perMinute: 2 }, clock: () => now })
  expect((await post(lake)).headers.get('X-RateLimit-Remaining')).toBe('1')
  now += 20_000
  await post(lake)
  const refused = await post(lake)
  expect([refused.status, await refused.json()]).toEqual([429, { detail: 'Rate limit exceeded' }])
  expect(refused.headers.get('Retry-After')).toBe('40')
  expect(refused.headers.get('X-RateLimit-Reset')).toBe('1000000060')
  now += 40_001
  expect((await post(lake)).status).toBe(201)
})

test('a job that is told to be over takes no place any more', async () => {
  const { submit, look, post } = open({ limits: { activeJobs: 1 } })
  let { id } = await submit(lake)
  for (let round = 0; round < 20; round++) {
    while ((await look(id)).state !== 'completed') await new Promise((go) => setImmediate(go))
    const answer = await post(lake)
    expect(answer.status).toBe(201)
    id = ((await answer.json()) as { id: string }).id
  }
})

test('more unfinished jobs than the limit are not accepted', async () => {
  const { post } = open({ limits: { activeJobs: 1 }, faults: { job: { 1: 'hang' } } })
  await post(lake)
  const refused = await post(lake)
  const detail = 'Too many concurrent jobs'
  expect([refused.status, await refused.json()]).toEqual([429, { detail }])
  expect(refused.headers.get('Retry-After')).toBe('60')
})
