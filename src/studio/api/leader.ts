import { queryOptions } from '@tanstack/react-query'
import type { OpenStream, Stream, StreamSaid } from './open-stream.ts'

const place = 'dailies-events'
const askMs = 20_000
/** A leader that answers later than this is as good as gone. */
const muteMs = 4000

/** What the tabs of one browser have in common. */
export type Tabs = {
  locks: Pick<LockManager, 'request'>
  Channel: typeof BroadcastChannel
  page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
}

type Word = { said: StreamSaid } | { state: Stream } | { ask: true }

type Parts = {
  open: OpenStream
  hear: (said: StreamSaid) => void
  /** Whether this tab holds the stream of all. */
  onLead: (isLeader: boolean) => void
}

/** Whether this tab is the one that speaks for all tabs; written by `followEvents` alone. */
export const leaderQuery = () =>
  queryOptions({
    queryKey: ['leader'],
    queryFn: () => false,
    initialData: false,
    enabled: false,
    gcTime: Infinity,
  })

/** `null` where a browser gives tabs no way to agree; then each has a stream of its own. */
export function browserTabs(): Tabs | null {
  const { locks } = navigator as Partial<Navigator>
  if (!locks || typeof BroadcastChannel === 'undefined') return null
  return { locks, Channel: BroadcastChannel, page: document }
}

/**
 * One stream for all tabs: the tab that gets the lock opens it and tells the others what it hears;
 * when it goes, the next one gets the lock. Returns how to leave.
 */
export function shareStream({ open, hear, onLead }: Parts, tabs: Tabs): () => void {
  const channel = new tabs.Channel(place)
  const closing = new AbortController()
  let stepDown: (() => void) | null = null
  let stream: Stream = 'opening'
  let misses = 0
  let mute: ReturnType<typeof setTimeout> | undefined

  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
  const say = (word: Word) => channel.postMessage(word)

  function take(said: StreamSaid) {
    if (said.kind === 'lost') stream = 'lost'
    else if (said.kind === 'live' || said.kind === 'ready') stream = 'live'
    hear(said)
  }

  function lead() {
    clearTimeout(mute)
    return new Promise<void>((release) => {
      if (closing.signal.aborted) return release()
      const stop = open((said) => {
        take(said)
        say({ said })
      })
      stepDown = () => {
        stepDown = null
        stop()
        release()
        onLead(false)
      }
      onLead(true)
    })
  }

  function stand(options: LockOptions) {
    tabs.locks.request(place, options, lead).catch(() => {
      stepDown?.()
      if (!closing.signal.aborted) stand({ signal: closing.signal })
    })
  }

  function ask() {
    if (stepDown || tabs.page.visibilityState === 'hidden') return
    say({ ask: true })
    clearTimeout(mute)
    mute = setTimeout(() => {
      misses += 1
      take({ kind: 'lost' })
      if (misses > 1) stand({ steal: true })
      else ask()
    }, muteMs)
  }

  channel.addEventListener('message', ({ data }: MessageEvent<Word>) => {
    if ('ask' in data) {
      if (stepDown) say({ state: stream })
      return
    }
    if (stepDown) return
    clearTimeout(mute)
    misses = 0
    if ('said' in data) take(data.said)
    else if (data.state === 'live' && stream !== 'live') take({ kind: 'ready' })
    else if (data.state === 'lost' && stream !== 'lost') take({ kind: 'lost' })
  })

  const asking = setInterval(ask, askMs)
  tabs.page.addEventListener('visibilitychange', ask)
  stand({ signal: closing.signal })
  ask()

  return () => {
    closing.abort()
    clearInterval(asking)
    clearTimeout(mute)
    tabs.page.removeEventListener('visibilitychange', ask)
    stepDown?.()
    channel.close()
  }
}
