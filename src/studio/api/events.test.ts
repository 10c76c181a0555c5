import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { followEvents, streamQuery } from './events.ts'
import { type GenerationPages, recordsOf } from './generation-cache.ts'
import { generationFixture } from './generation-fixture.ts'
import { generationQuery, generationsQuery, pollAfter } from './generations.ts'
import { fakeNetwork, pageOf } from './network-fixture.ts'
import { usageQuery } from './usage.ts'

class FakeSource extends EventTarget {
  static last: FakeSource
  readonly CLOSED = 2
  readyState = 1
  isClosed = false
  constructor() {
    super()
    FakeSource.last = this
  }
  say(name: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
  }
  close() {
    this.isClosed = true
  }
}

const Source = FakeSource as unknown as typeof EventSource
const running = generationFixture(1, { state: 'processing', outputs: [] })
const done = generationFixture(1)
const usage = { as_of: done.created_at, today_usd: 0, today_estimate: false, days: [] }

function open(client = new QueryClient()) {
  client.setQueryData<GenerationPages>(generationsQuery().queryKey, {
    pages: [pageOf(running)],
    pageParams: [null],
  })
  return { client, stop: followEvents(client, Source) }
}
const listed = (client: QueryClient) =>
  recordsOf(client.getQueryData<GenerationPages>(generationsQuery().queryKey))

afterEach(() => vi.unstubAllGlobals())

describe('the event stream', () => {
  it('brings a changed job into the wall and its own record', async () => {
    fakeNetwork(() => ({ body: done }))
    const { client, stop } = open()
    FakeSource.last.say('generation', { id: done.id, state: 'completed' })
    await vi.waitFor(() => expect(listed(client)[0]?.state).toBe('completed'))
    expect(client.getQueryData(generationQuery(done.id).queryKey)).toMatchObject({ id: done.id })
    stop()
    expect(FakeSource.last.isClosed).toBe(true)
  })

  it('shows a job that another tab submitted', async () => {
    const other = generationFixture(2, { state: 'queued', outputs: [] })
    fakeNetwork(() => ({ body: other }))
    const { client } = open()
    FakeSource.last.say('generation', { id: other.id, state: 'queued' })
    await vi.waitFor(() => expect(listed(client).map(({ id }) => id)).toEqual([other.id, done.id]))
  })

  it('asks once more, not ten times, when a job changes while it is being looked up', async () => {
    const log = fakeNetwork(() => ({ body: done }))
    const { client } = open()
    for (let n = 0; n < 10; n += 1) {
      FakeSource.last.say('generation', { id: done.id, state: 'processing' })
    }
    await vi.waitFor(() => expect(listed(client)[0]?.state).toBe('completed'))
    await vi.waitFor(() => expect(log).toHaveLength(2))
  })

  it('counts the spending again when a job changes its state, and not for its progress', async () => {
    const log = fakeNetwork(({ path }) => ({ body: path === '/api/usage' ? usage : running }))
    const { client } = open()
    const watched = new QueryObserver(client, usageQuery())
    const stop = watched.subscribe(() => undefined)
    const asked = () => log.filter(({ path }) => path === '/api/usage').length
    await vi.waitFor(() => expect(asked()).toBe(1))
    for (const state of ['queued', 'processing', 'processing']) {
      FakeSource.last.say('generation', { id: done.id, state })
    }
    await vi.waitFor(() => expect(asked()).toBe(2))
    FakeSource.last.say('generation', { id: done.id, state: 'processing' })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(asked()).toBe(2)
    stop()
  })

  it('catches up on what happened while it was away', async () => {
    fakeNetwork(({ path }) => ({ body: path.includes('?') ? pageOf(done) : done }))
    const { client } = open()
    const watched = new QueryObserver(client, { ...streamQuery() })
    const stop = watched.subscribe(() => undefined)
    FakeSource.last.say('ready')
    expect(client.getQueryData(streamQuery().queryKey)).toBe('live')
    FakeSource.last.dispatchEvent(new Event('error'))
    expect(client.getQueryData(streamQuery().queryKey)).toBe('lost')
    stop()
  })
})

describe('asking without events', () => {
  it('stops when a job is settled, hurries when blind, takes its time when live', () => {
    expect(pollAfter(done, false)).toBe(false)
    expect(pollAfter(running, false)).toBe(1000)
    expect(pollAfter(running, true)).toBe(10_000)
  })

  it('does not ask after what waits for a person, unless it cannot hear of it', () => {
    const held = { reason: 'over_budget', until: null } as const
    const waiting = generationFixture(1, { state: 'held', held })
    expect(pollAfter(waiting, true)).toBe(false)
    expect(pollAfter(waiting, false)).toBe(1000)
  })
})
