import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Generation, generation, isSettled } from '#contract/generation.ts'
import { ask } from './client.ts'
import { keepExpected } from './expected.ts'
import { isFurther } from './is-further.ts'
import { tileOf } from './tile-of.ts'
import { patchTiles } from './tiles.ts'

const pollMs = { live: 10_000, blind: 1000 }

/** How long until a record is asked after again; `false` when nothing will happen by itself. */
export const pollAfter = ({ state, held }: Generation, isLive: boolean) =>
  isSettled(state) || (isLive && held?.until === null) ? false : pollMs[isLive ? 'live' : 'blind']

/** One record with the request as it was sent. `isLive`: the event stream is up. */
export const generationQuery = (id: string, isLive = true) =>
  queryOptions({
    queryKey: ['generation', id],
    queryFn: async ({ signal, client }) => {
      const record = await ask(`/api/generations/${id}`, generation, { signal })
      keepOnWall(client, record)
      return record
    },
    refetchInterval: ({ state }) => (state.data ? pollAfter(state.data, isLive) : false),
    refetchIntervalInBackground: true,
  })

function keepOnWall(client: QueryClient, record: Generation) {
  keepExpected(client, record)
  patchTiles(client, [record.seq], ({ children }) => tileOf(record, children))
}

/** Makes a record known everywhere it is shown. */
export function keepRecord(client: QueryClient, record: Generation) {
  keepOnWall(client, record)
  client.setQueryData<Generation>(generationQuery(record.id).queryKey, (old) =>
    old?.sent !== undefined && record.sent === undefined ? { ...record, sent: old.sent } : record,
  )
}

/** The same, unless an event has told more of it meanwhile. */
export function keepAnswered(client: QueryClient, record: Generation) {
  const known = client.getQueryData<Generation>(generationQuery(record.id).queryKey)
  if (!known || !isFurther(known, record)) keepRecord(client, record)
}
