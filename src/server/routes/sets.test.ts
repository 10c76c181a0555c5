import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { generationPage } from '#contract/generation.ts'
import { problem } from '#contract/problem.ts'
import { type GenerationSet, generationSet } from '#contract/set.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

const fox = { type: 'image', prompt: 'a fox', aspect_ratio: '1:1' }
let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

const setOf = (...requests: unknown[]) => ({
  id: randomUUID() as string,
  items: requests.map((request) => ({ id: randomUUID() as string, request })),
})
const colours = (count: number) =>
  setOf(...Array.from({ length: count }, (_, index) => ({ ...fox, prompt: `fox ${index + 1}` })))
const post = (body: unknown) => server.sendJson('POST', '/api/sets', body)
const told = async (response: Response) => problem.parse(await response.json())
const listed = async () =>
  generationPage.parse(await (await server.request('/api/generations?limit=200')).json()).data

async function accepted(body: ReturnType<typeof setOf>): Promise<GenerationSet> {
  const response = await post(body)
  expect(response.status).toBe(201)
  return generationSet.parse(await response.json())
}

describe('a set', () => {
  it('is accepted whole, in order, and each item is sent once', async () => {
    const before = server.posts().length
    const body = colours(6)
    const { id, data } = await accepted(body)
    expect(id).toBe(body.id)
    expect(data.map((each) => each.id)).toEqual(body.items.map((item) => item.id))
    expect(data.map(({ set }) => set)).toEqual(
      body.items.map((_, index) => ({ id, position: index + 1, size: 6 })),
    )
    for (const item of body.items) await server.until(item.id, 'completed')
    const sent = server.posts().slice(before)
    expect(sent.map((each) => each.x_request_id)).toEqual(body.items.map((item) => item.id))
  })

  it('stands together on the wall, the first item first', async () => {
    await server.submit(fox)
    const body = colours(5)
    await accepted(body)
    await server.submit({ ...fox, prompt: 'later' })
    const ids = (await listed()).map(({ id }) => id)
    const at = ids.indexOf(body.items[0]?.id ?? '')
    expect(at).toBe(1)
    expect(ids.slice(at, at + 5)).toEqual(body.items.map(({ id }) => id))
  })

  it('is one set however often and however fast it arrives', async () => {
    const body = colours(3)
    const responses = await Promise.all(Array.from({ length: 20 }, () => post(body)))
    const statuses = responses.map(({ status }) => status).toSorted()
    expect(statuses).toEqual([...Array.from({ length: 19 }, () => 200), 201])
    for (const { id } of body.items) await server.until(id, 'completed')
    expect((await post(body)).status).toBe(200)
    const own = new Set(body.items.map(({ id }) => id))
    expect(server.posts().filter(({ x_request_id }) => own.has(x_request_id))).toHaveLength(3)
    const again = generationSet.parse(await (await server.request(`/api/sets/${body.id}`)).json())
    expect(again.data.map(({ id }) => id)).toEqual(body.items.map(({ id }) => id))
  })

  it.each<[string, (body: ReturnType<typeof setOf>) => unknown, string]>([
    [
      'another request',
      ({ id, items }) => ({ id, items: items.with(1, { ...items[1]!, request: { ...fox } }) }),
      'items[1].request',
    ],
    [
      'another item',
      ({ id, items }) => ({ id, items: items.with(2, { ...items[2]!, id: randomUUID() }) }),
      'items[2].id',
    ],
    ['fewer items', ({ id, items }) => ({ id, items: items.slice(0, 2) }), 'items'],
    ['the items in another set', ({ items }) => ({ id: randomUUID(), items }), 'items[0].id'],
  ])('that comes again with %s is refused', async (_, change, path) => {
    const body = colours(3)
    await accepted(body)
    const count = (await listed()).length
    const response = await post(change(body))
    expect(response.status).toBe(409)
    expect(await told(response)).toMatchObject({ code: 'same_id_other_body', path })
    expect((await listed()).length).toBe(count)
  })

  it('with an item that was submitted alone before is refused', async () => {
    const body = colours(2)
    await server.post(body.items[1]?.request, body.items[1]?.id)
    const response = await post(body)
    expect(response.status).toBe(409)
    expect((await told(response)).path).toBe('items[1].id')
    expect((await server.request(`/api/sets/${body.id}`)).status).toBe(404)
  })

  it('is refused whole for one bad item, with its path, and nothing is stored or sent', async () => {
    const [posts, count] = [server.posts().length, (await listed()).length]
    const body = setOf(
      fox,
      { ...fox, prompt: '' },
      { ...fox, seed: 7 },
      { type: 'video', prompt: 'x', video: { loop: 'yes' } },
    )
    const response = await post(body)
    expect(response.status).toBe(422)
    const refused = await told(response)
    expect(refused).toMatchObject({ code: 'rule', path: 'items[1].request.prompt' })
    expect(refused.violations?.map(({ path }) => path)).toEqual([
      'items[1].request.prompt',
      'items[2].request.seed',
      'items[3].request.video.loop',
    ])
    expect((await listed()).length).toBe(count)
    expect(server.posts().length).toBe(posts)
  })

  it.each<[string, unknown, string | undefined]>([
    ['one item', setOf(fox), 'items'],
    ['twenty-five', colours(25), 'items'],
    ['no items', { id: randomUUID() }, 'items'],
    ['no id', { items: colours(2).items }, 'id'],
    ['an item without a request', setOf(fox, undefined), 'items[1].request'],
    ['more than it should have', { ...colours(2), name: 'x' }, 'name'],
    ['nothing', null, undefined],
    [
      'media inside',
      setOf(fox, { ...fox, image_ref: [{ data: 'AAAA', media_type: 'image/png' }] }),
      'items[1].request.image_ref[0]',
    ],
  ])('of %s is refused', async (_, body, path) => {
    const response = await post(body)
    expect(response.status).toBe(422)
    const refused = await told(response)
    expect(refused.path).toBe(path)
    expect(refused.detail).toMatch(/^[A-Z'].*\.$/)
  })

  it('refuses the same id for two items', async () => {
    const body = colours(3)
    const items = body.items.with(2, { ...body.items[2]!, id: body.items[0]!.id })
    expect(await told(await post({ ...body, items }))).toMatchObject({ path: 'items[2].id' })
  })
})
