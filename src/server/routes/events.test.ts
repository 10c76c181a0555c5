import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generationChanged } from '#contract/generation.ts'
import { createEvents } from '../life/events.ts'
import { eventStream } from '../http/event-stream.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

async function readUntil(response: Response, text: string) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let seen = ''
  while (!seen.includes(text)) {
    const { done, value } = await reader.read()
    if (done) break
    seen += decoder.decode(value, { stream: true })
  }
  return { seen, reader }
}

describe('the event stream', () => {
  it('says ready, then every step of a job', async () => {
    const response = await server.request('/api/events')
    expect(response.headers.get('content-type')).toBe('text/event-stream')
    const id = await server.submit({ type: 'image', prompt: 'a fox' })
    const { seen, reader } = await readUntil(response, '"completed"')
    await reader.cancel()
    expect(seen).toMatch(/event: ready/)
    const steps = [...seen.matchAll(/event: generation\ndata: (.*)\n\n/g)]
      .map(([, data]) => generationChanged.parse(JSON.parse(data ?? '')))
      .filter((changed) => changed.id === id)
      .map(({ state }) => state)
    expect(steps[0]).toBe('intent')
    expect(steps.at(-1)).toBe('completed')
    for (const state of ['submitting', 'queued', 'archiving']) expect(steps).toContain(state)
  })

  it('ends when the server closes', async () => {
    const other = await openTestServer()
    const response = await other.request('/api/events')
    await other.close()
    const { seen } = await readUntil(response, 'never said')
    expect(seen).toMatch(/event: ready/)
  })

  it('lets go of a reader that does not read', async () => {
    const events = createEvents()
    const stream = eventStream(events, new AbortController().signal)
    const id = '4f0fca47-5ff6-4e2a-a9a0-8a2dd37e1b5b'
    for (let count = 0; count < 1000; count++) events.emit({ id, state: 'queued' })
    const { seen } = await readUntil(new Response(stream), 'never said')
    expect(seen.match(/event: generation/g)?.length).toBeLessThan(300)
  })
})
