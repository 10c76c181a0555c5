import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer
const made: { id: string; seq: number }[] = []
beforeAll(async () => {
  server = await openTestServer()
  for (const prompt of ['one', 'two', 'three']) {
    const { id, seq } = await server.until(
      await server.submit({ type: 'image', prompt }),
      'completed',
    )
    made.push({ id, seq })
  }
})
afterAll(() => server.close())

const patch = (path: string, body: unknown) =>
  server.sendJson('PATCH', `/api/generations${path}`, body)
const marks = async (n: number) => (await server.record(made[n]!.id)).marks

describe('what a person says of results', () => {
  it('is kept for one, and what is not named stays', async () => {
    await patch(`/${made[0]!.id}`, { stars: 4, note: 'Best light' })
    const answer = await patch(`/${made[0]!.id}`, { favourite: true, review: 'pick' })
    expect(answer.status).toBe(200)
    expect(await marks(0)).toEqual({
      favourite: true,
      stars: 4,
      review: 'pick',
      tags: [],
      note: 'Best light',
    })
    await patch(`/${made[0]!.id}`, { review: null, stars: 0 })
    expect(await marks(0)).toMatchObject({ review: null, stars: 0, favourite: true })
  })

  it('is kept for many at once; a tag is one tag in any case', async () => {
    const seqs = made.map(({ seq }) => seq)
    const answer = await patch('', {
      seqs: [...seqs, 9999],
      change: { add_tags: [' Sea ', 'fog'] },
    })
    expect(await answer.json()).toEqual({ changed: 3 })
    await patch('', { seqs: seqs.slice(0, 1), change: { add_tags: ['SEA'], remove_tags: ['Fog'] } })
    expect((await marks(0)).tags).toEqual(['Sea'])
    expect((await marks(1)).tags).toEqual(['fog', 'Sea'])
    expect(await (await server.request('/api/tags')).json()).toEqual({
      data: [
        { tag: 'Sea', count: 3 },
        { tag: 'fog', count: 2 },
      ],
    })
    const facets = await (await server.request('/api/facets?tag=sea')).json()
    expect(facets).toMatchObject({ total: 3 })
  })

  it('is refused with the field when it makes no sense', async () => {
    for (const [body, path] of [
      [{ stars: 6 }, 'stars'],
      [{ review: 'maybe' }, 'review'],
      [{ add_tags: [''] }, 'add_tags[0]'],
      [{ colour: 'red' }, 'colour'],
    ] as const) {
      const answer = await patch(`/${made[0]!.id}`, body)
      expect(answer.status).toBe(422)
      expect(await answer.json()).toMatchObject({ path })
    }
    expect((await patch('', { seqs: [], change: { stars: 1 } })).status).toBe(422)
    expect((await patch(`/${crypto.randomUUID()}`, { stars: 1 })).status).toBe(404)
  })

  it('of a hundred thousand is one request', async () => {
    const seqs = Array.from({ length: 100_000 }, (_, index) => index + 1)
    const answer = await patch('', { seqs, change: { stars: 2 } })
    expect(await answer.json()).toEqual({ changed: 3 })
    expect((await marks(2)).stars).toBe(2)
  })
})
