import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { generation, generationChanged } from '#contract/generation.ts'
import { ask } from './client.ts'
import { followWall } from './follow-wall.ts'
import { keepRecord } from './generations.ts'
import { healthQuery } from './health.ts'
import { browserTabs, leaderQuery, shareStream, type Tabs } from './leader.ts'
import { openStream, type Stream, type StreamSaid } from './open-stream.ts'
import { createRecount } from './recount.ts'

/** How the event stream is; written by `followEvents` alone. */
export const streamQuery = () =>
  queryOptions({
    queryKey: ['stream'],
    queryFn: (): Stream => 'opening',
    initialData: 'opening' as Stream,
    enabled: false,
  })

/**
 * Looks up what is shown when the server says that it changed. The tabs of one browser share one
 * stream where they can. Returns how to stop.
 */
export function followEvents(
  client: QueryClient,
  Source: typeof EventSource = EventSource,
  tabs: Tabs | null = browserTabs(),
) {
  const lookUp = oneAtATime(async (id) => {
    keepRecord(client, await ask(`/api/generations/${id}`, generation))
  })
  const recount = createRecount(client)
  const wall = followWall(client)
  let isFirst = true

  const tell = (stream: Stream) => client.setQueryData<Stream>(streamQuery().queryKey, stream)

  function changed(data: string) {
    const change = generationChanged.safeParse(JSON.parse(data))
    if (!change.success) return
    const { id } = change.data
    if (wall.isWatched(id)) lookUp(id)
    else void client.invalidateQueries({ queryKey: ['generation', id], refetchType: 'none' })
    wall.tileChanged(change.data)
    recount(change.data)
  }

  function hear(said: StreamSaid) {
    if (said.kind === 'generation') return changed(said.data)
    if (said.kind === 'wall') return wall.listChanged()
    tell(said.kind === 'lost' ? 'lost' : 'live')
    if (said.kind !== 'ready') return undefined
    catchUp(client, isFirst)
    wall.listChanged()
    isFirst = false
    return undefined
  }

  const onLead = (isLeader: boolean) =>
    client.setQueryData<boolean>(leaderQuery().queryKey, isLeader)
  const open = openStream(Source)
  if (!tabs) onLead(true)
  const leave = tabs ? shareStream({ open, hear, onLead }, tabs) : open(hear)
  return () => {
    wall.stop()
    leave()
  }
}

/** The server may be another one than before: what failed is asked again, as is what runs. */
function catchUp(client: QueryClient, isFirst: boolean) {
  void client.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
  if (isFirst) return
  for (const queryKey of [healthQuery().queryKey, ['generation'], ['queue']]) {
    void client.invalidateQueries({ queryKey })
  }
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
