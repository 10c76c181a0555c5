import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { followEvents, streamQuery } from './events.ts'
import { generationFixture } from './generation-fixture.ts'
import { generationQuery } from './generations.ts'
import { leaderQuery } from './leader.ts'
import { fakeNetwork } from './network-fixture.ts'
import { fakeBrowser } from './tabs-fixture.ts'

class FakeSource extends EventTarget {
  static all: FakeSource[] = []
  static get open() {
    return FakeSource.all.filter(({ isClosed }) => !isClosed)
  }
  readonly CLOSED = 2
  readyState = 1
  isClosed = false
  constructor() {
    super()
    FakeSource.all.push(this)
  }
  say(name: string, data: unknown = {}) {
    this.dispatchEvent(new MessageEvent(name, { data: JSON.stringify(data) }))
  }
  close() {
    this.isClosed = true
  }
}
const Source = FakeSource as unknown as typeof EventSource

const record = generationFixture(1)
const settle = () => vi.advanceTimersByTimeAsync(0)

function createTabs(count: number) {
  const browser = fakeBrowser()
  const add = () => {
    const client = new QueryClient()
    client.setQueryData(generationQuery(record.id).queryKey, record)
    return { client, close: followEvents(client, Source, browser.tabs) }
  }
  return { tabs: Array.from({ length: count }, add), add, freeze: browser.freeze }
}
type Tab = ReturnType<typeof createTabs>['tabs'][number]

const streamOf = ({ client }: Tab) => client.getQueryData(streamQuery().queryKey)
const leads = ({ client }: Tab) => client.getQueryData(leaderQuery().queryKey) === true
const isOutdated = ({ client }: Tab) =>
  client.getQueryState(generationQuery(record.id).queryKey)?.isInvalidated === true

beforeEach(() => {
  FakeSource.all = []
  vi.useFakeTimers()
  fakeNetwork(() => ({ body: record }))
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('twenty tabs of one browser', () => {
  it('hold one stream, and all of them know that it is live', async () => {
    const { tabs } = createTabs(20)
    await settle()
    expect(FakeSource.all).toHaveLength(1)
    FakeSource.open[0]?.say('ready')
    await settle()
    expect(tabs.map(streamOf)).toEqual(Array(20).fill('live'))
    expect(tabs.filter(leads)).toHaveLength(1)
  })

  it('all hear what happens, and all know when the stream is lost', async () => {
    const { tabs } = createTabs(3)
    await settle()
    FakeSource.open[0]?.say('ready')
    await settle()
    expect(tabs.map(isOutdated)).toEqual([false, false, false])
    FakeSource.open[0]?.say('generation', { id: record.id, state: 'completed' })
    await settle()
    expect(tabs.map(isOutdated)).toEqual([true, true, true])
    FakeSource.open[0]?.dispatchEvent(new Event('error'))
    await settle()
    expect(tabs.map(streamOf)).toEqual(['lost', 'lost', 'lost'])
  })
})

describe('a tab that comes later', () => {
  it('is told at once that the stream is live', async () => {
    const { add } = createTabs(1)
    await settle()
    FakeSource.open[0]?.say('ready')
    await settle()
    const late = add()
    await settle()
    expect(streamOf(late)).toBe('live')
    expect(FakeSource.all).toHaveLength(1)
  })
})

describe('when the tab that holds the stream goes', () => {
  it('another opens one, and nobody misses what happened between', async () => {
    const { tabs } = createTabs(3)
    await settle()
    FakeSource.open[0]?.say('ready')
    await settle()
    tabs[0]?.close()
    await settle()
    const rest = tabs.slice(1)
    expect(FakeSource.open).toHaveLength(1)
    expect(rest.filter(leads)).toHaveLength(1)
    expect(rest.map(isOutdated)).toEqual([false, false])
    FakeSource.open[0]?.say('ready')
    await settle()
    expect(rest.map(isOutdated)).toEqual([true, true])
  })

  it('not, but says nothing any more, another takes its place and it gives way', async () => {
    const { tabs, freeze, add } = createTabs(1)
    await settle()
    FakeSource.open[0]?.say('ready')
    freeze(0)
    const late = add()
    await vi.advanceTimersByTimeAsync(5000)
    expect(streamOf(late)).toBe('lost')
    await vi.advanceTimersByTimeAsync(5000)
    expect([...tabs, late].map(leads)).toEqual([false, true])
    expect(FakeSource.all).toHaveLength(2)
    expect(FakeSource.open).toHaveLength(1)
    FakeSource.open[0]?.say('ready')
    await settle()
    expect(streamOf(late)).toBe('live')
  })
})

describe('a browser without locks', () => {
  it('gives each tab a stream of its own', () => {
    const clients = [new QueryClient(), new QueryClient()]
    const stops = clients.map((client) => followEvents(client, Source, null))
    expect(FakeSource.open).toHaveLength(2)
    expect(clients.map((client) => client.getQueryData(leaderQuery().queryKey))).toEqual([
      true,
      true,
    ])
    for (const stop of stops) stop()
    expect(FakeSource.open).toHaveLength(0)
  })
})
