import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Generation, generationChanged } from '#contract/generation.ts'
import { type Queue, queue } from '#contract/queue.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'

const fox = (prompt: string) => ({ type: 'image', prompt, aspect_ratio: '3:1' })
let server: TestServer

beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

const read = async (): Promise<Queue> =>
  queue.parse(await (await server.request('/api/queue')).json())
const act = async (name: 'pause' | 'resume'): Promise<Queue> =>
  queue.parse(await (await server.sendJson('POST', `/api/queue/${name}`)).json())
const order = (ids: unknown) => server.sendJson('POST', '/api/queue/order', { ids })
const prompts = ({ data }: Queue) => data.map(({ request }) => request.prompt)
const sentIds = () => server.posts().map(({ x_request_id }) => x_request_id)
const submitAll = async (...words: string[]) => {
  const ids: string[] = []
  for (const each of words) ids.push(await server.submit(fox(each)))
  return ids
}
const setBudget = (day_usd: number | null) =>
  server.sendJson('PUT', '/api/budget', { day_usd, submission_usd: null })

async function submitSet(...words: string[]): Promise<string[]> {
  const items = words.map((each) => ({ id: randomUUID(), request: fox(each) }))
  await server.sendJson('POST', '/api/sets', { id: randomUUID(), items })
  return items.map(({ id }) => id)
}

describe('the queue', () => {
  it('is empty at first, and knows no limits', async () => {
    expect(await read()).toEqual({
      paused: false,
      limits: { per_minute: null, at_once: null, active: 0, waits_until: null, waits_for: null },
      data: [],
      more: 0,
    })
  })

  it('shows what waits in the order in which it goes, a set from its first item', async () => {
    await act('pause')
    await submitAll('one')
    await submitSet('two', 'three', 'four')
    await submitAll('five')
    expect(prompts(await read())).toEqual(['one', 'two', 'three', 'four', 'five'])
  })

  it('shows what is under way first, and what the upstream said of its limits', async () => {
    await server.close()
    server = await openTestServer({ engine: { faults: { job: () => 'hang' } } })
    const [first = ''] = await submitAll('under way')
    await server.until(first, 'processing')
    await act('pause')
    await submitAll('waits')
    const { data, limits } = await read()
    expect(data.map(({ state }) => state)).toEqual(['processing', 'intent'])
    expect(limits).toMatchObject({
      active: 1,
      per_minute: { limit: 6000, remaining: 5999 },
      at_once: null,
    })
  })

  it('says what it waits for', async () => {
    await server.close()
    server = await openTestServer({ engine: { limits: { perMinute: 1 } } })
    const [first = ''] = await submitAll('first', 'second')
    await server.until(first, 'completed')
    const { limits, data } = await read()
    expect(data.map(({ state }) => state)).toEqual(['intent'])
    expect(limits.waits_for).toMatch(/1 submissions in a minute/)
    expect(Date.parse(limits.waits_until ?? '')).toBeGreaterThan(
      Date.parse(data[0]?.created_at ?? ''),
    )
    expect(server.posts()).toHaveLength(1)
  })

  it('goes on when a job has ended, without the minute that the upstream asks for', async () => {
    await server.close()
    const engine = { limits: { activeJobs: 1 }, faults: { job: () => ({ delay_ms: 100 }) } }
    server = await openTestServer({ engine })
    const ids = await submitAll('first', 'second', 'third')
    await server.until(ids[1] ?? '', 'held')
    expect((await read()).limits).toMatchObject({ at_once: { limit: 1 }, active: 1 })
    for (const id of ids) await server.until(id, 'completed')
    expect(sentIds().filter((id, at, all) => all.indexOf(id) === at)).toEqual(ids)
  })

  it('shows lost answers until they are thrown away, after a restart too', async () => {
    await server.close()
    server = await openTestServer({ engine: { faults: { submit: { 1: 'lost' } } } })
    const [id = ''] = await submitAll('lost')
    await server.until(id, 'unknown')
    await act('pause')
    await server.restart()
    expect(await read()).toMatchObject({ paused: true, data: [{ id, state: 'unknown' }] })
    const { seq } = await server.record(id)
    await server.sendJson('POST', '/api/trash', { seqs: [seq] })
    expect((await read()).data).toEqual([])
  })

  it('does not ask about a lost answer any more once it was sent again as a new one', async () => {
    await server.close()
    server = await openTestServer({ engine: { faults: { submit: { 1: 'lost' } } } })
    const [id = ''] = await submitAll('lost')
    await server.until(id, 'unknown')
    await act('pause')
    const again = randomUUID()
    await server.request('/api/generations', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': again,
        'dailies-origin': `${id};again`,
      },
      body: JSON.stringify(fox('lost')),
    })
    const { data, more } = await read()
    expect([data.map((each) => each.id), more]).toEqual([[again], 0])
  })

  it('tells how many more there are than it shows', async () => {
    await act('pause')
    for (let turn = 0; turn < 27; turn += 1) {
      await submitSet(...Array.from({ length: 20 }, (_, index) => `${turn} ${index}`))
    }
    const { data, more } = await read()
    expect([data.length, more]).toEqual([500, 40])
  })
})

describe('a queue that is held', () => {
  it('sends nothing until a person sends on, after a restart neither', async () => {
    expect((await act('pause')).paused).toBe(true)
    const ids = await submitAll('one', 'two')
    await server.restart()
    expect((await read()).paused).toBe(true)
    await submitAll('three')
    expect(server.posts()).toHaveLength(0)
    expect((await act('resume')).paused).toBe(false)
    for (const id of ids) await server.until(id, 'completed')
  })

  it('lets what is under way go on', async () => {
    const [id = ''] = await submitAll('one')
    await server.until(id, 'queued', 'processing', 'archiving', 'completed')
    await act('pause')
    await server.until(id, 'completed')
  })

  it('tells every page', async () => {
    await act('pause')
    const [id] = await submitAll('one')
    const stream = (await server.request('/api/events')).body?.getReader()
    await stream?.read()
    await act('pause')
    const text = new TextDecoder().decode((await stream?.read())?.value)
    const data = /event: generation\ndata: (.*)\n/.exec(text)?.[1] ?? ''
    expect(generationChanged.parse(JSON.parse(data)).id).toBe(id)
    await stream?.cancel()
  })
})

describe('another order', () => {
  it('is the one in which everything goes, after a restart too', async () => {
    await act('pause')
    const [a = '', b = '', c = '', d = ''] = await submitAll('a', 'b', 'c', 'd')
    await order([d, c, a, b])
    expect(prompts(await read())).toEqual(['d', 'c', 'a', 'b'])
    const [e = ''] = await submitAll('e')
    await server.restart()
    expect(prompts(await read())).toEqual(['d', 'c', 'a', 'b', 'e'])
    await act('resume')
    await server.until(e, 'completed')
    expect(sentIds()).toEqual([d, c, a, b, e])
  })

  it('of a few leaves the others where they are', async () => {
    await act('pause')
    const [, b = '', , d = ''] = await submitAll('a', 'b', 'c', 'd')
    await order([d, b])
    expect(prompts(await read())).toEqual(['a', 'd', 'c', 'b'])
  })

  it('passes over what is gone, sent or named twice', async () => {
    const [sent = ''] = await submitAll('sent')
    await server.until(sent, 'completed')
    await act('pause')
    const [a = '', b = ''] = await submitAll('a', 'b')
    expect((await order([sent, randomUUID(), b, b, a])).status).toBe(200)
    expect(prompts(await read())).toEqual(['b', 'a'])
    expect((await server.record(sent)).state).toBe('completed')
  })

  it('may hold what is over the budget, which still waits for a person', async () => {
    await act('pause')
    const [a = ''] = await submitAll('a')
    await setBudget(0)
    const [held = ''] = await submitAll('held')
    await order([held, a])
    await act('resume')
    await server.until(a, 'completed')
    expect((await read()).data).toMatchObject([
      { id: held, state: 'held' } satisfies Partial<Generation>,
    ])
  })

  it.each([[[]], [['x']], ['x']])('%j is refused', async (ids) => {
    expect((await order(ids)).status).toBe(422)
  })
})
