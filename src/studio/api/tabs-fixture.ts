import type { Tabs } from './leader.ts'

type Waiting = { run: () => Promise<unknown>; done: () => void; fail: (why: Error) => void }

/** The locks of one browser: one holder, the others wait in line; a thief takes it at once. */
function createLocks() {
  const line: Waiting[] = []
  let holder: Waiting | null = null

  function next() {
    const first = line.shift() ?? null
    holder = first
    if (!first) return
    void first.run().then(() => {
      if (holder !== first) return
      first.done()
      next()
    })
  }

  return (_name: string, options: LockOptions, run: () => Promise<unknown>) =>
    new Promise<void>((done, fail) => {
      const one = { run, done, fail }
      options.signal?.addEventListener('abort', () => {
        const at = line.indexOf(one)
        if (at < 0) return
        line.splice(at, 1)
        fail(new Error('aborted'))
      })
      if (options.steal) {
        const robbed = holder
        line.unshift(one)
        next()
        robbed?.fail(new Error('stolen'))
      } else {
        line.push(one)
        if (!holder) next()
      }
    })
}

/** The tabs of one browser, without a browser. */
export function fakeBrowser() {
  const request = createLocks() as unknown as LockManager['request']
  const channels = new Set<FakeChannel>()
  const frozen = new Set<FakeChannel>()

  class FakeChannel extends EventTarget {
    constructor() {
      super()
      channels.add(this)
    }
    postMessage(data: unknown) {
      for (const other of channels) {
        if (other === this || frozen.has(this)) continue
        queueMicrotask(() => {
          if (!frozen.has(other)) other.dispatchEvent(new MessageEvent('message', { data }))
        })
      }
    }
    close() {
      channels.delete(this)
    }
  }

  const tabs: Tabs = {
    locks: { request },
    Channel: FakeChannel as unknown as typeof BroadcastChannel,
    page: document,
  }
  return {
    tabs,
    /** A tab that says and hears nothing any more, though it is there; counted from 0. */
    freeze(index: number) {
      const channel = [...channels][index]
      if (channel) frozen.add(channel)
    },
  }
}
