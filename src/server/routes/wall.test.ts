import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { decodeWall, facetCounts, tiles, wallChanged } from '#contract/wall.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

let server: TestServer

beforeAll(async () => {
  server = await openTestServer()
})
afterAll(() => server.close())

async function wall(query = '') {
  const response = await server.request(`/api/wall?${query}`)
  return { response, list: decodeWall(await response.clone().arrayBuffer()) }
}
const seqsOf = async (query: string) => [...(await wall(query)).list.seqs]
const counted = async (query: string) =>
  facetCounts.parse(await (await server.request(`/api/facets?${query}`)).json())
const tilesAt = async (query: string) =>
  tiles.parse(await (await server.request(`/api/tiles?${query}`)).json()).data

async function make(prompt: string, more: object = {}) {
  const id = await server.submit({ type: 'image', prompt, ...more })
  return server.until(id, 'completed', 'failed')
}

describe('the wall', () => {
  it('shows a submission as soon as it is accepted, and its shape when it is done', async () => {
    const id = await server.submit({ type: 'image', prompt: 'a heron', aspect_ratio: '3:1' })
    const { seq } = await server.record(id)
    expect((await wall()).list.seqs[0]).toBe(seq)
    await server.until(id, 'completed')
    const { list } = await wall('state=completed&q=heron')
    expect([...list.seqs]).toEqual([seq])
    const [tile] = await tilesAt(`seqs=${seq}`)
    const { width = 0, height = 1 } = tile?.still ?? {}
    expect(list.aspects[0]).toBe(Math.round((1000 * width) / height))
  })

  it('tells days of the server, newest first, only where the order follows time', async () => {
    const { list } = await wall()
    expect(list.sections.reduce((sum, { count }) => sum + count, 0)).toBe(list.total)
    expect((await wall('sort=price')).list.sections).toEqual([])
  })

  it('answers an unchanged wall with nothing, and a changed one anew', async () => {
    const { response } = await wall('type=image')
    const headers = { 'if-none-match': response.headers.get('etag') ?? '' }
    const again = () => server.request('/api/wall?type=image', { headers })
    expect((await again()).status).toBe(304)
    await make('an otter')
    const changed = await again()
    expect(changed.status).toBe(200)
    expect(changed.headers.get('content-type')).toBe('application/octet-stream')
  })

  it('finds beginnings of words, words in a row, and not what is ruled out', async () => {
    const { seq: red } = await make('zebra at dawn, red light')
    const { seq: blue } = await make('zebra in blue light at dawn')
    expect(await seqsOf('q=zeb')).toEqual(expect.arrayContaining([red, blue]))
    expect(await seqsOf('q=zeb+%22blue+light%22')).toEqual([blue])
    expect(await seqsOf('q=zeb+-blue')).toEqual([red])
    expect((await wall('q=zebra')).list.ranked).toBe(true)
    expect(await seqsOf('q=%22%22+(((+OR')).toEqual([])
  })

  it('says that it changed, in the event stream', async () => {
    const reader = (await server.request('/api/events')).body?.getReader()
    await server.submit({ type: 'image', prompt: 'a wren' })
    let said = ''
    for (const decoder = new TextDecoder(); !said.includes('event: wall');) {
      const { value, done } = (await reader?.read()) ?? { done: true }
      if (done) break
      said += decoder.decode(value, { stream: true })
    }
    await reader?.cancel()
    const [, data = ''] = /event: wall\ndata: (.*)\n/.exec(said) ?? []
    expect(wallChanged.parse(JSON.parse(data)).version).toBeGreaterThan(0)
  })

  it('knows that something has children', async () => {
    const parent = await make('a plain field')
    const child = await make('the field in snow', {
      type: 'image_edit',
      source: { generation_id: parent.id },
    })
    expect(await seqsOf('children=yes')).toEqual([parent.seq])
    expect(await tilesAt(`seqs=${child.seq},${parent.seq}`)).toMatchObject([
      { seq: child.seq, type: 'image_edit', children: 0 },
      { seq: parent.seq, words: 'a plain field', children: 1 },
    ])
  })

  it('shows what was thrown away in the trash alone', async () => {
    const { seq } = await make('a gull to be thrown away')
    await server.sendJson('POST', '/api/trash', { seqs: [seq] })
    expect(await seqsOf('q=gull')).toEqual([])
    expect(await seqsOf('q=gull&trash=1')).toEqual([seq])
    const page = await (await server.request('/api/generations')).json()
    expect((page as { data: { seq: number }[] }).data.map((each) => each.seq)).not.toContain(seq)
    await server.sendJson('POST', '/api/trash/restore', { seqs: [seq] })
    expect(await seqsOf('q=gull')).toEqual([seq])
  })

  it('stacks a set on the first of it that is found', async () => {
    const items = [1, 2, 3].map((n) => ({
      id: randomUUID(),
      request: { type: 'image', prompt: `a kite, take ${n}` },
    }))
    const sent = await server.sendJson('POST', '/api/sets', { id: randomUUID(), items })
    expect(sent.status).toBe(201)
    const firsts = await Promise.all(items.map(async ({ id }) => (await server.record(id)).seq))
    expect(await seqsOf('q=kite&stacks=1')).toEqual([firsts[0]])
    expect(await seqsOf('q=kite+-1&stacks=1')).toEqual([firsts[1]])
    expect((await seqsOf('q=kite')).length).toBe(3)
  })
})

describe('facets', () => {
  it('count each with the others as they are chosen', async () => {
    const { facets, total } = await counted('type=image_edit')
    expect(facets.type.map(({ value }) => value)).toEqual(['image', 'image_edit'])
    expect(facets.state.reduce((sum, { count }) => sum + count, 0)).toBe(total)
  })

  it('keep what is chosen though nothing is behind it', async () => {
    const { facets } = await counted('tag=nobody')
    expect(facets.tag).toEqual([{ value: 'nobody', label: 'nobody', count: 0 }])
  })
})

describe('tiles', () => {
  it('come in the order asked for, by seq or by id, and strangers are left out', async () => {
    const [first, second] = await seqsOf('')
    const found = await tilesAt(`seqs=${second},999999,${first}`)
    expect(found.map(({ seq }) => seq)).toEqual([second, first])
    const ids = found.map(({ id }) => id.toUpperCase()).join()
    expect((await tilesAt(`ids=${ids},${randomUUID()}`)).map(({ seq }) => seq)).toEqual([
      second,
      first,
    ])
  })

  it.each(['seqs=a', 'seqs=0', 'ids=7', `seqs=${Array.from({ length: 201 }, () => 1)}`])(
    'refuse what is no list of up to 200',
    async (query) => {
      expect((await server.request(`/api/tiles?${query}`)).status).toBe(422)
    },
  )
})
