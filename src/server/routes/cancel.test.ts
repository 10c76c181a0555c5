import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { afterEach, describe, expect, it } from 'vitest'
import { problem } from '#contract/problem.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

const fox = { type: 'image', prompt: 'a fox', aspect_ratio: '1:1' }
const clip = { type: 'video', prompt: 'waves', video: { resolution: '720p' } }
const hangs = { faults: { job: () => 'hang' as const } }
let server: TestServer

afterEach(() => server.close())

const cancel = (id: string) => server.sendJson('POST', `/api/generations/${id}/cancel`)
const pause = () => server.sendJson('POST', '/api/queue/pause')

async function refusal(id: string) {
  const response = await cancel(id)
  const { code, detail } = problem.parse(await response.json())
  return { status: response.status, code, detail }
}

describe('what was not sent', () => {
  it('is taken back, and never sent', async () => {
    server = await openTestServer()
    await pause()
    const id = await server.submit(fox)
    expect(await (await cancel(id)).json()).toMatchObject({
      state: 'failed',
      failure_code: 'withdrawn',
    })
    await server.sendJson('POST', '/api/queue/resume')
    await server.until(await server.submit(fox), 'completed')
    expect(server.posts().map(({ x_request_id }) => x_request_id)).not.toContain(id)
  })

  it('is taken back while it is held', async () => {
    const submit = { 1: { status: 429, retry_after_s: 60 } } as const
    server = await openTestServer({ engine: { faults: { submit } } })
    const id = await server.submit(fox)
    await server.until(id, 'held')
    expect((await cancel(id)).status).toBe(200)
    expect(await server.record(id)).toMatchObject({ state: 'failed', failure_code: 'withdrawn' })
  })

  it('is sent or taken back, never both', async () => {
    server = await openTestServer()
    const ids = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const id = randomUUID()
        await Promise.all([server.post(fox, id), cancel(id), cancel(id)])
        return id
      }),
    )
    for (const id of ids) await server.until(id, 'completed', 'failed')
    const sent = new Set(server.posts().map(({ x_request_id }) => x_request_id))
    for (const id of ids) {
      const { failure_code } = await server.record(id)
      expect(sent.has(id)).toBe(failure_code === null)
    }
  })
})

describe('a job of the local engine', () => {
  it('is stopped while it is made, and the next one begins', async () => {
    const job = { 1: 'hang' } as const
    server = await openTestServer({ world: 'local', engine: { faults: { job } } })
    const id = await server.submit(fox)
    await server.until(id, 'processing')
    const next = await server.submit(fox)
    expect(await (await cancel(id)).json()).toMatchObject({
      state: 'failed',
      failure_code: 'cancelled',
      failure_reason: 'Cancelled before it was done. The local engine is free.',
    })
    await server.until(next, 'completed')
    expect((await cancel(id)).status).toBe(409)
  })

  it('is stopped before it begins', async () => {
    server = await openTestServer({ world: 'local', engine: hangs })
    await server.until(await server.submit(fox), 'processing')
    const id = await server.submit(fox)
    await server.until(id, 'queued')
    expect((await cancel(id)).status).toBe(200)
    expect((await server.record(id)).failure_code).toBe('cancelled')
  })

  it('cannot be stopped while Luma answers', async () => {
    server = await openTestServer({ world: 'local', engine: hangs })
    const id = await server.submit(fox)
    await server.until(id, 'processing')
    await server.restart('luma')
    expect(await refusal(id)).toMatchObject({ status: 409, code: 'other_world' })
  })
})

describe('a job of Luma', () => {
  it('cannot be stopped, and it is said what will be billed', async () => {
    server = await openTestServer({ engine: hangs })
    const id = await server.submit(clip)
    await server.until(id, 'processing')
    expect(await refusal(id)).toEqual({
      status: 409,
      code: 'not_cancellable',
      detail: 'Luma has no cancel. It will be billed $0.30.',
    })
    expect((await server.record(id)).state).toBe('processing')
  })

  it('that is being sent, or over, cannot be stopped either', async () => {
    const gate = new EventTarget()
    let isHeld = false
    server = await openTestServer({
      checkpoint: async (name) => {
        if (isHeld && name === 'after_submitting') await once(gate, 'open')
      },
    })
    const done = await server.submit(fox)
    await server.until(done, 'completed')
    isHeld = true
    const leaving = await server.submit(fox)
    await server.until(leaving, 'submitting')
    expect((await refusal(leaving)).detail).toMatch(/being sent at this moment/)
    expect((await refusal(done)).detail).toMatch(/over already/)
    expect((await refusal(randomUUID())).status).toBe(404)
    gate.dispatchEvent(new Event('open'))
    await server.until(leaving, 'completed')
  })
})
