import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Budget, budget } from '#contract/budget.ts'
import { type Generation, type GenerationChanged, generation } from '#contract/generation.ts'
import { problem } from '#contract/problem.ts'
import { generationSet } from '#contract/set.ts'
import { usage } from '#contract/usage.ts'
import { openTestServer, type TestServer } from './server.harness.ts'

/** $0.0404 */
const fox = { type: 'image', prompt: 'a fox', aspect_ratio: '1:1' }
/** Nobody knows how long it is. */
const source = { url: 'https://films.example/a.mp4', media_type: 'video/mp4' }
const priceless = { type: 'video_reframe', prompt: 'x', aspect_ratio: '1:1', source }
const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
let server: TestServer

beforeEach(async () => {
  server = await openTestServer()
})
afterEach(() => server.close())

const setBudget = (next: Partial<Budget>) =>
  server.sendJson('PUT', '/api/budget', { day_usd: null, submission_usd: null, ...next })
const decide = (id: string, act: 'send' | 'withdraw') =>
  server.sendJson('POST', `/api/generations/${id}/${act}`)
const readUsage = async () => usage.parse(await (await server.request('/api/usage')).json())

async function submitSet(...requests: unknown[]): Promise<Generation[]> {
  const items = requests.map((request) => ({ id: randomUUID(), request }))
  const response = await server.sendJson('POST', '/api/sets', { id: randomUUID(), items })
  expect(response.status).toBe(201)
  return generationSet.parse(await response.json()).data
}

describe('the budget', () => {
  it('is none at first, and is kept', async () => {
    const none = { day_usd: null, submission_usd: null }
    expect(await (await server.request('/api/budget')).json()).toEqual(none)
    const next = { day_usd: 5, submission_usd: 0.5 }
    expect(await (await setBudget(next)).json()).toEqual(next)
    await server.restart()
    expect(budget.parse(await (await server.request('/api/budget')).json())).toEqual(next)
  })

  it.each([
    [{ day_usd: -1, submission_usd: null }, 'day_usd'],
    [{ day_usd: null, submission_usd: '5' }, 'submission_usd'],
    [{ day_usd: null }, 'submission_usd'],
    [{ day_usd: 1e9, submission_usd: null }, 'day_usd'],
  ])('of %j is refused', async (body, path) => {
    const response = await server.sendJson('PUT', '/api/budget', body)
    expect(response.status).toBe(422)
    expect(problem.parse(await response.json()).path).toBe(path)
  })
})

describe('a submission over the budget', () => {
  it('is accepted and held, says why, and is no POST until a person sends it', async () => {
    await setBudget({ day_usd: 0.05 })
    await server.until(await server.submit(fox), 'completed')
    const id = await server.submit(fox)
    const record = generation.parse(await server.record(id))
    expect(record).toMatchObject({
      state: 'held',
      held: { reason: 'over_budget', until: null },
      failure_reason:
        'Over today’s budget of $0.05. It would cost $0.0404, and $0.0404 is spent or on its way.',
    })
    await server.restart()
    await setBudget({ day_usd: 100 })
    await server.submit(fox)
    await later(200)
    expect((await server.record(id)).state).toBe('held')
    expect(server.posts().map(({ x_request_id }) => x_request_id)).not.toContain(id)

    const sent = await decide(id, 'send')
    expect(sent.status).toBe(200)
    expect(generation.parse(await sent.json())).toMatchObject({ failure_reason: null, held: null })
    await server.until(id, 'completed')
    expect(server.posts().filter(({ x_request_id }) => x_request_id === id)).toHaveLength(1)
  })

  it('of its own is held at the price of the whole set, and wholly', async () => {
    await setBudget({ submission_usd: 0.1 })
    const few = await submitSet(fox, fox)
    for (const { id } of few) await server.until(id, 'completed')
    const many = await submitSet(fox, fox, fox)
    expect(many.map(({ state }) => state)).toEqual(['held', 'held', 'held'])
    expect(many[2]?.failure_reason).toBe(
      'Over the budget of $0.10 for one submission. The set of 3 would cost $0.1212.',
    )
    await later(100)
    expect(server.posts()).toHaveLength(2)
  })

  it('holds a whole set of which a part would fit the day', async () => {
    await setBudget({ day_usd: 0.1 })
    await server.submit(fox)
    const items = await submitSet(fox, fox)
    expect(items.every(({ state }) => state === 'held')).toBe(true)
  })

  it('counts what is on its way, so that a rush does not pass together', async () => {
    await setBudget({ day_usd: 0.1 })
    const ids = await Promise.all([1, 2, 3, 4, 5].map(() => server.submit(fox)))
    const records = await Promise.all(ids.map((id) => server.record(id)))
    expect(records.filter(({ state }) => state === 'held')).toHaveLength(3)
    await later(200)
    expect(server.posts()).toHaveLength(2)
  })

  it('is held when its price is not known and there is a budget at all', async () => {
    await setBudget({ submission_usd: 1000 })
    const [first, second] = await submitSet(fox, priceless)
    expect(first).toMatchObject({ state: 'held', held: { reason: 'over_budget' } })
    expect(second?.failure_reason).toMatch(/price is not known/)
  })

  it('costs nothing, and is never held, where the local engine answers', async () => {
    await setBudget({ day_usd: 0, submission_usd: 0 })
    await server.restart('local')
    for (const request of [fox, priceless]) {
      expect((await server.record(await server.submit(request))).state).not.toBe('held')
    }
    expect((await readUsage()).today_usd).toBe(0)
  })
})

describe('what is held', () => {
  it('can be taken back, and then is never sent', async () => {
    await setBudget({ day_usd: 0 })
    const id = await server.submit(fox)
    const record = generation.parse(await (await decide(id, 'withdraw')).json())
    expect(record).toMatchObject({ state: 'failed', failure_code: 'withdrawn', held: null })
    expect(record.settled_at).not.toBeNull()
    await setBudget({})
    await server.restart()
    await later(100)
    expect(server.posts()).toHaveLength(0)
    expect((await decide(id, 'send')).status).toBe(409)
  })

  it('is decided once', async () => {
    await setBudget({ day_usd: 0 })
    const id = await server.submit(fox)
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => decide(id, index % 2 ? 'send' : 'withdraw')),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const refused = answers.find(({ status }) => status === 409)
    expect(problem.parse(await refused?.json()).code).toBe('not_held')
    await later(100)
    expect(server.posts().length).toBeLessThanOrEqual(1)
  })

  it('of a set is sent and taken back together', async () => {
    await setBudget({ day_usd: 0 })
    const items = await submitSet(fox, { ...fox, prompt: 'b' }, { ...fox, prompt: 'c' })
    const set = items[0]?.set?.id
    await decide(items[1]?.id ?? '', 'withdraw')
    const sent = generationSet.parse(
      await (await server.sendJson('POST', `/api/sets/${set}/send`)).json(),
    )
    expect(sent.data.map(({ state }) => state === 'failed')).toEqual([false, true, false])
    await server.until(items[0]?.id ?? '', 'completed')
    await server.until(items[2]?.id ?? '', 'completed')
    expect(server.posts()).toHaveLength(2)
    expect((await server.sendJson('POST', `/api/sets/${set}/withdraw`)).status).toBe(409)
    expect((await server.sendJson('POST', `/api/sets/${randomUUID()}/send`)).status).toBe(404)
  })

  it('by the rate limit says until when, and can be sent at once or taken back', async () => {
    await server.close()
    const faults = { submit: { 1: { status: 429, retry_after_s: 60 } } } as const
    server = await openTestServer({ engine: { faults } })
    const id = await server.submit(fox)
    const { held } = await server.until(id, 'held')
    expect(held?.reason).toBe('rate_limited')
    expect(Date.parse(held?.until ?? '')).toBeGreaterThan(Date.now() + 30_000)
    expect((await decide(id, 'send')).status).toBe(200)
    await server.until(id, 'completed')
    expect(server.posts()).toHaveLength(2)
  })

  it('for one upstream is not sent while the other answers', async () => {
    await setBudget({ day_usd: 0 })
    const id = await server.submit(fox)
    await server.restart('local')
    const response = await decide(id, 'send')
    expect(response.status).toBe(409)
    expect(problem.parse(await response.json()).code).toBe('other_world')
    expect((await server.record(id)).state).toBe('held')
    expect((await decide(id, 'withdraw')).status).toBe(200)
  })

  it('is the only thing that can be decided', async () => {
    const id = await server.submit(fox)
    for (const act of ['send', 'withdraw'] as const) {
      expect((await decide(id, act)).status).toBe(409)
      expect((await decide(randomUUID(), act)).status).toBe(404)
    }
  })

  it('tells every page what was decided', async () => {
    await setBudget({ day_usd: 0 })
    const stream = (await server.request('/api/events')).body?.getReader()
    const seen: GenerationChanged['state'][] = []
    const reading = (async () => {
      while (!seen.includes('completed')) {
        const text = new TextDecoder().decode((await stream?.read())?.value)
        for (const [, state] of text.matchAll(/"state":"(\w+)"/g)) seen.push(state as never)
      }
    })()
    await decide(await server.submit(fox), 'send')
    await reading
    expect(seen.slice(0, 3)).toEqual(['held', 'intent', 'submitting'])
    await stream?.cancel()
  })
})

describe('the usage', () => {
  it('counts what went, what is under way and what was lost; not what failed or is held', async () => {
    await server.close()
    const job = { 2: { failure_code: 'content_moderated' } } as const
    server = await openTestServer({ engine: { faults: { submit: { 3: 'lost' }, job } } })
    await server.until(await server.submit(fox), 'completed')
    await server.until(await server.submit(fox), 'failed')
    await server.until(await server.submit(fox), 'unknown')
    await setBudget({ day_usd: 0 })
    await server.submit(fox)
    await decide(await server.submit(fox), 'withdraw')
    const counted = await readUsage()
    expect(counted.today_usd).toBe(0.0808)
    expect(counted.today_estimate).toBe(false)
    expect(counted.days).toHaveLength(30)
    expect(counted.days.at(-1)).toMatchObject({ usd: 0.0808, generations: 2 })
    expect(counted.days.slice(0, -1).every(({ usd }) => usd === 0)).toBe(true)
    expect(counted.days.map(({ day }) => day)).toEqual(
      counted.days.map(({ day }) => day).toSorted(),
    )
  })
})
