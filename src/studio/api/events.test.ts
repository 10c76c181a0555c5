import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { everything } from '#contract/find.ts'
import { followEvents, streamQuery } from './events.ts'
import { generationFixture } from './generation-fixture.ts'
import { generationQuery, pollAfter } from './generations.ts'
import { fakeNetwork, wallAnswer } from './network-fixture.ts'
import { tileOf } from './tile-of.ts'
import { tileStoreOf } from './tile-store.ts'
import { usageQuery } from './usage.ts'
import { wallQuery } from './wall.ts'

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
  tileStoreOf(client).keepAll([tileOf(running)])
  return { client, stop: followEvents(client, Source) }
}
const tileIn = (client: QueryClient) => tileStoreOf(client).get(running.seq)
const lookAt = (client: QueryClient) =>
  new QueryObserver(client, { ...generationQuery(running.id), initialData: running }).subscribe(
    () => undefined,
  )

afterEach(() => vi.unstubAllGlobals())

describe('the event stream', () => {
  it('brings a changed job into its place on the wall', async () => {
    const log = fakeNetwork(({ path }) => wallAnswer(path, [done]) ?? { body: done })
    const { client, stop } = open()
    FakeSource.last.say('generation', { id: done.id, state: 'completed' })
    await waitFor(() => expect(tileIn(client)?.state).toBe('completed'))
    expect(log.map(({ path }) => path)).toEqual([`/api/tiles?ids=${done.id}`])
    stop()
    expect(FakeSource.last.isClosed).toBe(true)
  })

  it('brings it into its own record when that is looked at', async () => {
    fakeNetwork(({ path }) => wallAnswer(path, [done]) ?? { body: done })
    const { client } = open()
    const stop = lookAt(client)
    FakeSource.last.say('generation', { id: done.id, state: 'completed' })
    await waitFor(() =>
      expect(client.getQueryData(generationQuery(done.id).queryKey)?.state).toBe('completed'),
    )
    expect(tileIn(client)?.state).toBe('completed')
    stop()
  })

  it('does not ask after jobs that nobody sees', async () => {
    const log = fakeNetwork(() => ({ body: done }))
    open()
    const { id } = generationFixture(7)
    FakeSource.last.say('generation', { id, state: 'completed' })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(log.filter(({ path }) => path.includes(id))).toEqual([])
  })

  it('reads the list again when another tab has submitted something', async () => {
    const other = generationFixture(2, { state: 'queued', outputs: [] })
    let records = [running]
    fakeNetwork(({ path }) => {
      const answer = wallAnswer(path, records)
      return answer ?? { body: {} }
    })
    const { client } = open()
    const stop = new QueryObserver(client, wallQuery(everything)).subscribe(() => undefined)
    const seqs = () => [...(client.getQueryData(wallQuery(everything).queryKey)?.seqs ?? [])]
    await waitFor(() => expect(seqs()).toEqual([1]))
    records = [other, running]
    FakeSource.last.say('wall', { version: 2 })
    await waitFor(() => expect(seqs()).toEqual([2, 1]))
    stop()
  })

  it('reads the list twice, not ten times, when it changes ten times in a row', async () => {
    const log = fakeNetwork(({ path }) => wallAnswer(path, [running]) ?? { body: {} })
    const { client } = open()
    const stop = new QueryObserver(client, wallQuery(everything)).subscribe(() => undefined)
    const asked = () => log.filter(({ path }) => path === '/api/wall').length
    await waitFor(() => expect(asked()).toBe(1))
    await waitFor(() => expect(client.isFetching()).toBe(0))
    for (let n = 0; n < 10; n += 1) FakeSource.last.say('wall', { version: n + 2 })
    await waitFor(() => expect(asked()).toBe(3))
    stop()
  })

  it('asks once more, not ten times, when a job changes while it is being looked up', async () => {
    const log = fakeNetwork(({ path }) => wallAnswer(path, [running]) ?? { body: running })
    const { client } = open()
    const stop = lookAt(client)
    await waitFor(() => expect(log).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (let n = 0; n < 10; n += 1) {
      FakeSource.last.say('generation', { id: done.id, state: 'processing' })
    }
    await waitFor(() => expect(log).toHaveLength(3))
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(log).toHaveLength(3)
    stop()
  })

  it('counts the spending again when a job changes its state, and not for its progress', async () => {
    const log = fakeNetwork(({ path }) => ({ body: path === '/api/usage' ? usage : running }))
    const { client } = open()
    const watched = new QueryObserver(client, usageQuery())
    const stop = watched.subscribe(() => undefined)
    const asked = () => log.filter(({ path }) => path === '/api/usage').length
    await waitFor(() => expect(asked()).toBe(1))
    for (const state of ['queued', 'processing', 'processing']) {
      FakeSource.last.say('generation', { id: done.id, state })
    }
    await waitFor(() => expect(asked()).toBe(2))
    FakeSource.last.say('generation', { id: done.id, state: 'processing' })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(asked()).toBe(2)
    stop()
  })

  it('catches up on what happened while it was away', async () => {
    fakeNetwork(({ path }) => wallAnswer(path, [done]) ?? { body: done })
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
