import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import type { EngineOptions } from '#engine/create-engine.ts'
import { createFastClock } from './life/fast-clock.harness.ts'
import { openTestServer, type TestServer } from './server.harness.ts'

const fox = { type: 'image', prompt: 'a fox', aspect_ratio: '1:1' }
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let server: TestServer

afterEach(() => server.close())

async function open(engine: EngineOptions) {
  server = await openTestServer({ engine })
  return server
}

describe('a submission', () => {
  it('whose answer was lost is unknown, and is never sent again', async () => {
    await open({ faults: { submit: { 1: 'lost' } } })
    const id = await server.submit(fox)
    const record = await server.until(id, 'unknown')
    expect(record.failure_reason).toMatch(/may have been accepted and billed/)
    expect(record.upstream_id).toBeNull()
    await server.restart()
    await server.post(fox, id)
    await later(200)
    expect((await server.record(id)).state).toBe('unknown')
    expect(server.posts()).toHaveLength(1)
  })

  it('that met a broken gateway is unknown too', async () => {
    await open({ faults: { submit: { 1: { status: 502 } } } })
    const id = await server.submit(fox)
    expect((await server.until(id, 'unknown')).failure_reason).toMatch(/502/)
    expect(server.posts()).toHaveLength(1)
  })

  it('that came too soon is held until Retry-After, and then sent once', async () => {
    await open({ faults: { submit: { 1: { status: 429, retry_after_s: 1 } } } })
    const before = Date.now()
    const id = await server.submit(fox)
    expect((await server.until(id, 'held')).failure_reason).toBe('Rate limit exceeded')
    const other = await server.submit(fox)
    expect((await server.until(id, 'completed')).failure_reason).toBeNull()
    await server.until(other, 'completed')
    const [refused, ...accepted] = server.posts()
    expect(refused?.status).toBe(429)
    expect(accepted.map(({ status }) => status)).toEqual([201, 201])
    for (const { at } of accepted) expect(Date.parse(at) - before).toBeGreaterThanOrEqual(1000)
  })

  it('that is held is still held, and then sent, after a restart', async () => {
    await open({ faults: { submit: { 1: { status: 429, retry_after_s: 1 } } } })
    const id = await server.submit(fox)
    await server.until(id, 'held')
    await server.restart()
    expect((await server.record(id)).state).toBe('held')
    await server.until(id, 'completed')
    expect(server.posts()).toHaveLength(2)
  })

  it('that the upstream refuses keeps its words and its field', async () => {
    await open({})
    const video = { loop: true }
    const id = await server.submit({ type: 'video', prompt: 'waves', video })
    const record = await server.until(id, 'failed', 'completed')
    if (record.state === 'failed') {
      expect(record).toMatchObject({ failure_code: 'invalid_request', failure_path: 'video.loop' })
      expect(record.failure_reason).toMatch(/loop/)
    }
  })

  it('that ran into the limit of the minute waits and is not lost', async () => {
    const clock = createFastClock(60)
    const engine = { limits: { perMinute: 1 }, clock: clock.now }
    server = await openTestServer({ engine, clock })
    const ids = [await server.submit(fox), await server.submit(fox), await server.submit(fox)]
    for (const id of ids) await server.until(id, 'completed')
    expect(server.posts().map(({ status }) => status)).toEqual([201, 201, 201])
  })

  it('that fails upstream tells why', async () => {
    const fault = { failure_code: 'content_moderated', reason: 'Not this.' }
    await open({ faults: { job: { 1: fault } } })
    const id = await server.submit(fox)
    expect(await server.until(id, 'failed')).toMatchObject({
      failure_code: 'content_moderated',
      failure_reason: 'Not this.',
      settled_at: expect.any(String),
    })
  })

  it('carries our id as its request id', async () => {
    await open({})
    const id = await server.submit(fox)
    await server.until(id, 'completed')
    expect(server.posts()[0]?.x_request_id).toBe(id)
  })
})

describe('a job under way', () => {
  it('survives answers that cannot be read', async () => {
    const busy = { status: 502 } as const
    await open({ faults: { poll: { 1: busy, 2: { status: 429, retry_after_s: 0 }, 3: busy } } })
    await server.until(await server.submit(fox), 'completed')
  })

  it('stays as it is when the upstream uses a word of its own, or goes back', async () => {
    const states = ['processing', 'dreaming', 'queued', 'processing', 'queued']
    const seen: string[] = []
    await open({
      faults: { poll: (nth) => (states[nth - 1] ? { state: states[nth - 1] ?? '' } : null) },
    })
    const id = await server.submit(fox)
    for (;;) {
      const { state } = await server.record(id)
      if (seen.at(-1) !== state) seen.push(state)
      if (state === 'completed') break
      await later(3)
    }
    const order = ['intent', 'submitting', 'queued', 'processing', 'archiving', 'completed']
    expect(seen).toEqual(order.filter((state) => seen.includes(state)))
    expect(seen).toContain('processing')
  })

  it('is told by the frames that are done', async () => {
    const { createQuickRenderer } = await import('#engine/quick-renderer.ts')
    await open({ renderer: createQuickRenderer({ delayMs: 60, framesPerTick: 20 }) })
    const id = await server.submit({ type: 'video', prompt: 'x', video: { resolution: '360p' } })
    const fractions: number[] = []
    for (;;) {
      const { state, progress } = await server.record(id)
      if (state === 'completed') break
      if (progress) expect(progress).toMatchObject({ measured: true, frames: 120 })
      if (progress) fractions.push(progress.fraction)
      await later(10)
    }
    expect(new Set(fractions).size).toBeGreaterThan(2)
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b))
    expect((await server.record(id)).progress).toBeNull()
  })

  it('that the upstream forgot fails in the end, and says so', async () => {
    const { createEngine } = await import('#engine/create-engine.ts')
    await open({ faults: { job: { 1: 'hang' } } })
    const id = await server.submit(fox)
    await server.until(id, 'processing')
    const forgetful = createEngine({})
    Object.assign(server.engine, { fetch: (request: Request) => forgetful.fetch(request) })
    expect(await server.until(id, 'failed')).toMatchObject({ failure_code: 'output_not_found' })
    await forgetful.close()
  })

  it('is picked up after a restart, and asked for nothing twice', async () => {
    await open({ faults: { job: (nth) => ({ delay_ms: nth * 100 }) } })
    const ids = await Promise.all([1, 2, 3, 4, 5, 6].map(() => server.submit(fox)))
    await server.restart()
    await server.restart()
    for (const id of ids) expect((await server.until(id, 'completed')).outputs).toHaveLength(1)
    expect(server.posts()).toHaveLength(ids.length)
  })
})

describe('two servers', () => {
  it('do not work in one folder', async () => {
    await open({})
    const second = openTestServer({ env: { DAILIES_DATA: server.data } })
    await expect(second).rejects.toThrow(/Another Dailies is running/)
  })

  it('take the same id as two submissions when they have two folders', async () => {
    await open({})
    const other = await openTestServer()
    const id = randomUUID()
    expect((await server.post(fox, id)).status).toBe(201)
    expect((await other.post({ ...fox, prompt: 'x' }, id)).status).toBe(201)
    await other.close()
  })
})
