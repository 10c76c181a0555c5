import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Generation, generation, generationPage } from '#contract/generation.ts'
import { problem } from '#contract/problem.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

const fox = { type: 'image', prompt: 'a fox in the snow', aspect_ratio: '16:9' }
let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

async function refusal(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json')
  const told = problem.parse(await response.json())
  expect(told.status).toBe(response.status)
  return told
}

describe('submitting', () => {
  it('answers with the record at once and completes it by itself', async () => {
    const response = await server.post(fox)
    expect(response.status).toBe(201)
    const record = generation.parse(await response.json())
    expect(record.request).toEqual(fox)
    expect(record.price).toEqual({ usd: 0.0404, estimate: false })
    const done = await server.until(record.id, 'completed')
    expect(done.outputs).toMatchObject([
      { medium: 'image', media_type: 'image/png', width: 2048, height: 1152 },
    ])
    expect(done.understood?.facts.length).toBeGreaterThan(0)
    expect(done.sent).toEqual(fox)
    expect(done.upstream_id).not.toBe(record.id)
    expect(generation.parse(done)).toEqual(done)
  })

  it('makes a clip of exactly the frames that were asked for', async () => {
    const video = { resolution: '360p', duration: '5s' }
    const id = await server.submit({ type: 'video', prompt: 'waves', video })
    const { outputs } = await server.until(id, 'completed')
    expect(outputs).toMatchObject([
      { medium: 'video', width: 640, height: 360, frames: 120, fps: 24, duration_s: 5 },
    ])
  })

  it('is one row and one POST however often and however fast the same id arrives', async () => {
    const before = server.posts().length
    const id = randomUUID()
    const reordered = { prompt: fox.prompt, aspect_ratio: fox.aspect_ratio, type: fox.type }
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, index) => server.post(index % 2 ? fox : reordered, id)),
    )
    const statuses = responses.map(({ status }) => status)
    expect(statuses.filter((status) => status === 201)).toHaveLength(1)
    expect(statuses.filter((status) => status === 200)).toHaveLength(49)
    const records = (await Promise.all(responses.map((each) => each.json()))) as Generation[]
    expect(new Set(records.map((record) => `${record.id} ${record.created_at}`)).size).toBe(1)
    await server.until(id, 'completed')
    expect((await server.post(fox, id.toUpperCase())).status).toBe(200)
    expect(server.posts().length - before).toBe(1)
  })

  it('refuses another body under the same id', async () => {
    const id = await server.submit(fox)
    const response = await server.post({ ...fox, prompt: 'another' }, id)
    expect(response.status).toBe(409)
    expect((await refusal(response)).code).toBe('same_id_other_body')
  })
})

describe('bad input', () => {
  const huge = JSON.stringify({ ...fox, prompt: 'x'.repeat(1024 * 1024) })
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const stranger = randomUUID()

  it.each<[string, unknown, number, string, string | undefined]>([
    ['no JSON', '{"type":', 400, 'not_json', undefined],
    ['nothing', '', 400, 'not_json', undefined],
    ['more than 1 MB', huge, 413, 'too_large', undefined],
    ['a list', [], 422, 'shape', undefined],
    ['nothing but null', null, 422, 'shape', undefined],
    ['a tower of lists', deep, 422, 'shape', undefined],
    ['an unknown type', { ...fox, type: 'song' }, 422, 'shape', 'type'],
    ['an unknown field', { ...fox, seed: 7 }, 422, 'shape', 'seed'],
    ['an unknown field inside', { ...fox, video: { fps: 7 } }, 422, 'shape', 'video.fps'],
    ['a field of the wrong kind', { ...fox, prompt: 7 }, 422, 'shape', 'prompt'],
    ['an unknown ratio', { ...fox, aspect_ratio: '5:4' }, 422, 'shape', 'aspect_ratio'],
    ['an empty prompt', { ...fox, prompt: ' ' }, 422, 'rule', 'prompt'],
    ['a prompt of 6,001', { ...fox, prompt: 'x'.repeat(6001) }, 422, 'rule', 'prompt'],
    ['a field of another type', { ...fox, video: { loop: true } }, 422, 'rule', 'video'],
    ['manga too wide', { ...fox, style: 'manga' }, 422, 'rule', 'aspect_ratio'],
    [
      'an upload that is not here',
      { ...fox, image_ref: [{ upload_id: stranger }] },
      422,
      'rule',
      'image_ref[0]',
    ],
    [
      'a generation that is not here',
      { type: 'video_edit', prompt: 'x', source: { generation_id: stranger } },
      422,
      'rule',
      'source',
    ],
    [
      'bytes inside the request',
      { ...fox, image_ref: [{ data: 'AAAA', media_type: 'image/png' }] },
      422,
      'inline_data',
      'image_ref[0]',
    ],
  ])('%s is refused with its path, stores nothing and sends nothing', async (...row) => {
    const [, body, status, code, path] = row
    const posts = server.posts().length
    const id = randomUUID()
    const response = await server.post(body, id)
    expect(response.status).toBe(status)
    const told = await refusal(response)
    expect(told.code).toBe(code)
    expect(told.path).toBe(path)
    expect(told.detail).toMatch(/^[A-Z'].*\.$|^Invalid/)
    expect((await server.request(`/api/generations/${id}`)).status).toBe(404)
    expect(server.posts().length).toBe(posts)
  })

  it('tells every breach when there are several', async () => {
    const response = await server.post({ type: 'video', prompt: '', source: { url: 'http://a.b' } })
    const told = await refusal(response)
    expect(told.violations?.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['prompt', 'source']),
    )
    expect(told.path).toBe(told.violations?.[0]?.path)
  })

  it.each([undefined, '', 'seven', `${randomUUID()}0`])('an id of %s is refused', async (id) => {
    const headers = new Headers({ 'content-type': 'application/json' })
    if (id !== undefined) headers.set('idempotency-key', id)
    const init = { method: 'POST', headers, body: JSON.stringify(fox) }
    const response = await server.request('/api/generations', init)
    expect(response.status).toBe(400)
    expect(await refusal(response)).toMatchObject({ code: 'id_missing', path: 'Idempotency-Key' })
  })

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'a form of %s is refused, for any page could send it',
    async (type) => {
      const response = await server.post(fox, randomUUID(), { 'content-type': type })
      expect(response.status).toBe(415)
    },
  )
})

describe('listing', () => {
  it('gives every record once, newest first, page by page', async () => {
    for (let count = 0; count < 4; count++) await server.submit(fox)
    const all = generationPage.parse(
      await (await server.request('/api/generations?limit=200')).json(),
    )
    expect(all.next_cursor).toBeNull()
    const times = all.data.map(({ created_at: at }) => at)
    expect(times).toEqual(times.toSorted().toReversed())

    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const query: string = cursor ? `&cursor=${cursor}` : ''
      const page = generationPage.parse(
        await (await server.request(`/api/generations?limit=3${query}`)).json(),
      )
      seen.push(...page.data.map(({ id }) => id))
      expect(page.data.every((record) => !('sent' in record))).toBe(true)
      cursor = page.next_cursor
    }
    expect(seen).toEqual(all.data.map(({ id }) => id))
  })

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=-1', 'limit'],
    ['limit=many', 'limit'],
    ['cursor=mine', 'cursor'],
    ['cursor=', 'cursor'],
  ])('refuses %s', async (query, path) => {
    const response = await server.request(`/api/generations?${query}`)
    expect(response.status).toBe(422)
    expect((await refusal(response)).path).toBe(path)
  })

  it.each(['nothing', '..%2f..%2fetc', randomUUID()])('does not know %s', async (id) => {
    const response = await server.request(`/api/generations/${id}`)
    expect(response.status).toBe(404)
    expect((await refusal(response)).code).toBe('not_found')
  })
})
