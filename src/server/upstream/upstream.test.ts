import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { openLuma } from './open-luma.ts'
import type { Upstream } from './upstream.ts'
import type { UpstreamBody } from './upstream-body.ts'

const key = 'luma-api-secret-of-the-test'
const generation = {
  id: '9d1d1b0c-24a3-4b3e-8d6a-7a3c8f6b2f11',
  created_at: '2026-11-22T12:00:00Z',
  model: 'uni-1',
  type: 'image',
  state: 'queued',
}
const opened: (() => unknown)[] = []

afterEach(async () => {
  for (const close of opened.splice(0)) await close()
})

async function serve(listener: RequestListener): Promise<{ server: Server; origin: string }> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  opened.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

function open(origin: string): Upstream {
  const upstream = openLuma({ baseUrl: `${origin}/v1`, key })
  opened.unshift(() => upstream.close())
  return upstream
}

/** An upstream that answers every request by `listener`, after reading it whole. */
async function upstreamWith(listener: RequestListener) {
  const seen: IncomingMessage[] = []
  const { server, origin } = await serve((request, response) => {
    seen.push(request)
    request.resume().on('end', () => listener(request, response))
  })
  return { upstream: open(origin), seen, server, origin }
}

const answering = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  upstreamWith((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  })

const text = Buffer.from('{"type":"image","prompt":"x"}')
const body = (): UpstreamBody => ({
  length: text.length,
  sent: null,
  async *chunks() {
    yield text
  },
})

describe('a POST', () => {
  it('that is accepted gives the generation', async () => {
    const { upstream, seen } = await answering(201, generation)
    let wasSent = false
    const onSent = () => void (wasSent = true)
    expect(await upstream.submit(body(), { id: 'a-b', onSent })).toEqual({
      outcome: 'accepted',
      generation,
    })
    expect(wasSent).toBe(true)
    expect(seen[0]?.url).toBe('/v1/generations')
    expect(seen[0]?.headers).toMatchObject({
      authorization: `Bearer ${key}`,
      'content-length': String(text.length),
      'x-request-id': 'a-b',
    })
  })

  it.each<[number, unknown, object]>([
    [400, { detail: 'Prompt must be between 1 and 6000 characters' }, { path: 'prompt' }],
    [401, { detail: 'Invalid API key' }, { detail: 'Invalid API key' }],
    [402, { detail: 'Insufficient credits.' }, { detail: 'Insufficient credits.' }],
    [422, { detail: 'video.keyframes[3]: not an image' }, { path: 'video.keyframes[3].image' }],
    [
      422,
      { detail: [{ loc: ['body', 'source'], msg: 'Field required', type: 'missing' }] },
      { path: 'source', detail: 'Field required' },
    ],
    [418, '<html>teapot</html>', { detail: 'The upstream refused this (HTTP 418).' }],
    [503, { detail: 'Image URL ingestion unavailable' }, { status: 503 }],
  ])('that meets %i was surely not accepted', async (status, answer, expected) => {
    const { upstream } = await answering(status, answer)
    const refused = await upstream.submit(body())
    expect(refused).toMatchObject({ outcome: 'refused', status, ...expected })
  })

  it('that came too soon tells how long to wait', async () => {
    const { upstream } = await answering(429, { detail: 'x' }, { 'retry-after': '60' })
    expect(await upstream.submit(body())).toMatchObject({ retryAfterMs: 60_000 })
  })

  it('passes on what is said of the limit of the minute, taken or refused', async () => {
    const reset = String(Math.ceil(Date.now() / 1000) + 20)
    const said = {
      'x-ratelimit-limit': '30',
      'x-ratelimit-remaining': '4',
      'x-ratelimit-reset': reset,
    }
    const rate = { limit: 30, remaining: 4, resetsAt: expect.any(Number) }
    const taken = await answering(201, generation, said)
    expect(await taken.upstream.submit(body())).toMatchObject({ outcome: 'accepted', rate })
    const refused = await answering(429, { detail: 'x' }, said)
    expect(await refused.upstream.submit(body())).toMatchObject({ outcome: 'refused', rate })
  })

  it.each<[string, number, string]>([
    ['a broken gateway', 502, '{"detail":"Upstream service unavailable"}'],
    ['a page', 201, '<html>'],
    ['nothing', 201, ''],
    ['half a generation', 201, JSON.stringify(generation).slice(0, 40)],
    ['a generation without an id', 201, JSON.stringify({ ...generation, id: '' })],
    ['an id that is a path', 201, JSON.stringify({ ...generation, id: '../../x' })],
    ['2 MB', 201, JSON.stringify({ ...generation, more: 'x'.repeat(2 * 1024 * 1024) })],
  ])('that is answered by %s is lost', async (_, status, answer) => {
    const { upstream } = await answering(status, answer)
    expect(await upstream.submit(body())).toMatchObject({ outcome: 'lost' })
  })

  it('whose connection breaks after it was sent is lost', async () => {
    const { upstream, seen } = await upstreamWith((request) => request.socket.destroy())
    expect(await upstream.submit(body())).toMatchObject({ outcome: 'lost' })
    expect(seen).toHaveLength(1)
  })

  it('that reaches nobody did not leave', async () => {
    const { server, upstream } = await answering(201, generation)
    await new Promise((resolve) => server.close(resolve))
    let isRead = false
    const watched = body()
    const reached = await upstream.submit({
      ...watched,
      chunks() {
        isRead = true
        return watched.chunks()
      },
    })
    expect(reached).toMatchObject({ outcome: 'unreachable' })
    expect(isRead).toBe(false)
  })

  it('never uses a connection twice, for an old one may be dead', async () => {
    const { upstream, seen } = await answering(201, generation)
    await upstream.look('a')
    await upstream.submit(body())
    await upstream.submit(body())
    expect(new Set(seen.map(({ socket }) => socket)).size).toBe(3)
  })

  it('is not sent on to where a redirect points, and neither is the key', async () => {
    const elsewhere = await upstreamWith((_, response) => response.end('{}'))
    const { upstream } = await answering(307, '', { location: `${elsewhere.origin}/v1` })
    expect(await upstream.submit(body())).toMatchObject({ outcome: 'refused', status: 307 })
    expect(await upstream.look('a')).toMatchObject({ outcome: 'not_now' })
    expect(elsewhere.seen).toHaveLength(0)
  })

  it('keeps the key to itself when the upstream repeats it', async () => {
    const { upstream } = await answering(401, { detail: `Invalid API key ${key}` })
    expect(await upstream.submit(body())).toMatchObject({ detail: 'Invalid API key [key]' })
    expect(JSON.stringify(await upstream.look('a'))).not.toContain(key)
  })
})

describe('a look', () => {
  it.each<[number, unknown, object]>([
    [200, generation, { outcome: 'seen', generation }],
    [200, { ...generation, state: 'dreaming', more: 1 }, { outcome: 'seen' }],
    [200, { ...generation, output: null, failure_code: null }, { outcome: 'seen' }],
    [404, { detail: 'Generation not found' }, { outcome: 'gone' }],
    [401, { detail: 'API key has been revoked' }, { outcome: 'not_now' }],
    [500, '<html>', { outcome: 'not_now' }],
    [200, '<html>', { outcome: 'not_now' }],
    [200, 'null', { outcome: 'not_now' }],
    [204, '', { outcome: 'not_now' }],
  ])('that meets %i %j is understood', async (status, answer, expected) => {
    const { upstream } = await answering(status, answer)
    expect(await upstream.look('a')).toMatchObject(expected)
  })

  it('asks for the id as one part of the path', async () => {
    const { upstream, seen } = await answering(404, {})
    await upstream.look('../files?x')
    expect(seen[0]?.url).toBe('/v1/generations/..%2Ffiles%3Fx')
  })
})

describe('a download', () => {
  it('comes without the key', async () => {
    const { upstream, seen, origin } = await answering(200, 'bytes', { 'content-length': '5' })
    const download = await upstream.download(`${origin}/out.png`)
    expect(download).toMatchObject({ outcome: 'open', length: 5 })
    expect(seen[0]?.headers.authorization).toBeUndefined()
  })

  it('is not followed elsewhere, and not taken from plain http or a file', async () => {
    const elsewhere = await upstreamWith((_, response) => response.end('secret'))
    const { upstream, origin } = await answering(302, '', { location: elsewhere.origin })
    for (const url of [origin, elsewhere.origin, 'file:///etc/passwd', 'data:,x', 'http://[', '']) {
      expect(await upstream.download(url), url).toMatchObject({ outcome: 'dead' })
    }
    expect(elsewhere.seen).toHaveLength(0)
  })
})
