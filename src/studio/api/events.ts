import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { generation, generationChanged } from '#contract/generation.ts'
import { ask } from './client.ts'
import { keepRecord, refreshNewest } from './generations.ts'
import { healthQuery } from './health.ts'
import { createRecount } from './recount.ts'

const reconnectMs = 2000

export type Stream = 'opening' | 'live' | 'lost'

/** How the event stream is; written by `followEvents` alone. */
export const streamQuery = () =>
  queryOptions({
    queryKey: ['stream'],
    queryFn: (): Stream => 'opening',
    initialData: 'opening' as Stream,
    enabled: false,
  })

/** Looks records up when the server says that they changed. Returns how to stop. */
export function followEvents(client: QueryClient, Source: typeof EventSource = EventSource) {
  const lookUp = oneAtATime(async (id) => {
    keepRecord(client, await ask(`/api/generations/${id}`, generation))
  })
  const recount = createRecount(client)
  let source: EventSource
  let isFirst = true
  let again: ReturnType<typeof setTimeout> | undefined

  const say = (stream: Stream) => client.setQueryData<Stream>(streamQuery().queryKey, stream)

  function connect() {
    source = new Source('/api/events')
    source.addEventListener('open', () => say('live'))
    source.addEventListener('ready', () => {
      say('live')
      catchUp(client, isFirst)
      isFirst = false
    })
    source.addEventListener('generation', ({ data }: MessageEvent<string>) => {
      const changed = generationChanged.safeParse(JSON.parse(data))
      if (!changed.success) return
      lookUp(changed.data.id)
      recount(changed.data)
    })
    source.addEventListener('error', () => {
      say('lost')
      if (source.readyState !== source.CLOSED) return
      clearTimeout(again)
      again = setTimeout(connect, reconnectMs)
    })
  }

  connect()
  return () => {
    clearTimeout(again)
    source.close()
  }
}

/** The server may be another one than before: what failed is asked again, what is new is read. */
function catchUp(client: QueryClient, isFirst: boolean) {
  void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
  if (!isFirst) void client.invalidateQueries({ queryKey: healthQuery().queryKey })
  refreshNewest(client).catch(() => undefined)
}

/** Runs `act` for an id; calls that come meanwhile are answered by one more run at the end. */
function oneAtATime(act: (id: string) => Promise<void>) {
  const running = new Map<string, { again: boolean }>()
  return function run(id: string) {
    const current = running.get(id)
    if (current) {
      current.again = true
      return
    }
    const turn = { again: false }
    running.set(id, turn)
    act(id)
      .catch(() => undefined)
      .finally(() => {
        running.delete(id)
        if (turn.again) run(id)
      })
  }
}
