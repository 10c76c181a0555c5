import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { priceTable } from '#contract/price.ts'
import { type UsageReport, usageReport } from '#contract/usage-report.ts'
import { dayOf } from '../life/local-days.ts'
import { openTestServer, type TestServer } from '../server.harness.ts'
import { openStore } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'

const fox = { type: 'image', prompt: 'a fox', aspect_ratio: '3:1' }
const dayMs = 24 * 60 * 60_000
const now = new Date()
/** At noon of the server's day. */
const at = (daysAgo: number) =>
  new Date(now.getFullYear(), now.getMonth(), now.getDate() - daysAgo, 12).toISOString()
const day = (daysAgo: number) => dayOf(now, daysAgo).day
const price = (usd: number, estimate = false) => JSON.stringify({ usd, estimate })
const clip = (resolution: string) => ({
  model: 'ray-3.2' as const,
  kind: `video ray-3.2 ${resolution} 5s`,
  request: JSON.stringify({ type: 'video', prompt: 'x', video: { resolution } }),
})

let server: TestServer

beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

/** Rows of former days, written beside the running server. */
async function write(...parts: Partial<GenerationRow>[]) {
  const store = openStore(join(server.data, 'dailies.sqlite'))
  const ids: string[] = []
  for (const part of parts) {
    const id = randomUUID()
    ids.push(id)
    await store.generations.add([
      {
        id,
        state: 'completed',
        world: 'luma',
        model: 'uni-1',
        kind: 'image uni-1',
        request: JSON.stringify(fox),
        request_hash: '',
        created_at: at(0),
        submitted_at: at(0),
        price: price(0.0404),
        ...part,
      },
    ])
  }
  await store.close()
  return ids
}

const read = async (query = ''): Promise<UsageReport> => {
  const response = await server.request(`/api/usage/report${query}`)
  return usageReport.parse(await response.json())
}
const csv = async (query = '') => server.request(`/api/usage/report.csv${query}`)

describe('the report of what was spent', () => {
  it('is empty at first, and says of which month its prices are', async () => {
    const report = await read()
    expect(report.total).toEqual({ usd: 0, estimate: false, generations: 0 })
    expect(report.days).toHaveLength(30)
    expect(report.days.at(-1)?.day).toBe(day(0))
    expect(report.by).toEqual({ type: [], model: [], board: [], tag: [] })
    expect(report.prices_as_of).toBe(priceTable.asOf)
  })

  it('tells days, types and models; not what failed, is held or older', async () => {
    await write(
      {},
      { submitted_at: at(1), price: null },
      { ...clip('720p'), submitted_at: at(1), price: price(0.3) },
      { ...clip('1080p'), submitted_at: at(6), price: price(1.2, true) },
      { submitted_at: at(7) },
      { state: 'failed', price: price(99) },
      { state: 'held', submitted_at: null, held_reason: 'over_budget', price: price(99) },
      { state: 'unknown', submitted_at: null, settled_at: at(0), price: price(0.1) },
      { state: 'queued', price: price(0.2) },
    )
    const report = await read('?days=7')
    expect(report.total).toEqual({ usd: 1.8404, estimate: true, generations: 6 })
    expect(report.days.filter(({ generations }) => generations > 0)).toEqual([
      { day: day(6), usd: 1.2, estimate: true, generations: 1 },
      { day: day(1), usd: 0.3, estimate: true, generations: 2 },
      { day: day(0), usd: 0.3404, estimate: false, generations: 3 },
    ])
    expect(report.by.type).toEqual([
      { value: 'video', label: 'video', usd: 1.5, estimate: true, generations: 2 },
      { value: 'image', label: 'image', usd: 0.3404, estimate: true, generations: 4 },
    ])
    expect(report.by.model.map(({ value, usd }) => [value, usd])).toEqual([
      ['ray-3.2', 1.5],
      ['uni-1', 0.3404],
    ])
  })

  it('says the same as the usage of every day', async () => {
    for (let nth = 0; nth < 3; nth += 1) {
      await server.until(await server.submit(fox), 'completed')
    }
    const usage = (await (await server.request('/api/usage')).json()) as Pick<UsageReport, 'days'>
    const { days, total } = await read()
    expect(days).toEqual(usage.days)
    expect(total).toMatchObject({ usd: 0.1212, generations: 3 })
  })

  it('counts what is in the trash, and what is erased', async () => {
    const [id = ''] = await write({})
    const { seq } = await server.record(id)
    await server.sendJson('POST', '/api/trash', { seqs: [seq] })
    expect((await read()).total.generations).toBe(1)
    await server.sendJson('POST', '/api/trash/erase', { seqs: [seq], confirm: 1 })
    expect((await read()).total).toMatchObject({ usd: 0.0404, generations: 1 })
  })

  it('tells boards and tags, on each of which something counts', async () => {
    const ids = await write({}, { price: price(0.3) }, {})
    const seqs: number[] = []
    for (const id of ids) seqs.push((await server.record(id)).seq)
    const change = { add_tags: ['night', 'harbour'] }
    await server.sendJson('PATCH', '/api/generations', { seqs: seqs.slice(0, 2), change })
    const board = { id: randomUUID(), name: '=Harbour' }
    await server.sendJson('POST', '/api/boards', board)
    await server.sendJson('POST', `/api/boards/${board.id}/items`, { seqs: seqs.slice(1) })
    const { by } = await read()
    const spent = { usd: 0.3404, estimate: false, generations: 2 }
    expect(by.tag.map(({ value }) => value).toSorted()).toEqual(['harbour', 'night'])
    for (const line of by.tag) expect(line).toMatchObject(spent)
    expect(by.board).toEqual([{ value: board.id, label: board.name, ...spent }])
  })

  it('tells what drafts saved', async () => {
    await write(
      { ...clip('360p'), price: price(0.06) },
      { ...clip('360p'), submitted_at: at(2), price: price(0.06) },
      { ...clip('720p'), price: price(0.3) },
    )
    expect((await read()).drafts).toEqual({ generations: 2, usd: 0.12, saved_usd: 0.48 })
  })

  it('tells of the local engine what Luma would have asked', async () => {
    await server.sendJson('PUT', '/api/budget', { day_usd: 5, submission_usd: null })
    await write({ world: 'local' }, { price: price(1) })
    const local = await read('?world=local')
    expect(local).toMatchObject({ world: 'local', total: { usd: 0.0404 }, day_budget_usd: null })
    expect(await read()).toMatchObject({ world: 'luma', total: { usd: 1 }, day_budget_usd: 5 })
  })

  it.each(['days=0', 'days=367', 'days=x', 'world=mars'])('refuses %s', async (query) => {
    expect((await server.request(`/api/usage/report?${query}`)).status).toBe(422)
    expect((await csv(`?${query}`)).status).toBe(422)
  })
})

describe('the report as CSV', () => {
  it('has a line for each day, type and model, the oldest first', async () => {
    await write(
      {},
      { price: price(0.06, true) },
      { ...clip('720p'), price: price(0.3) },
      { submitted_at: new Date(Date.parse(at(0)) - 2 * dayMs).toISOString() },
    )
    const response = await csv('?days=7')
    expect(response.headers.get('content-type')).toMatch(/^text\/csv; charset=utf-8/)
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="dailies-/)
    expect((await response.text()).split('\r\n')).toEqual([
      'day,type,model,generations,usd,estimate,world,prices_as_of',
      `${day(2)},image,uni-1,1,0.0404,false,luma,${priceTable.asOf}`,
      `${day(0)},image,uni-1,2,0.1004,true,luma,${priceTable.asOf}`,
      `${day(0)},video,ray-3.2,1,0.3,false,luma,${priceTable.asOf}`,
      '',
    ])
  })
})
