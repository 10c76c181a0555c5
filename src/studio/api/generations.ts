import { infiniteQueryOptions, type QueryClient, queryOptions } from '@tanstack/react-query'
import {
  type Generation,
  generation,
  type GenerationPage,
  generationPage,
  isSettled,
} from '#contract/generation.ts'
import { ask } from './client.ts'
import { type GenerationPages, recordsOf, withRecord } from './generation-cache.ts'

const pageSize = 60
const pollMs = { live: 10_000, blind: 1000 }

/** How long until a record is asked after again; `false` when nothing will happen by itself. */
export const pollAfter = ({ state, held }: Generation, isLive: boolean) =>
  isSettled(state) || (isLive && held?.until === null) ? false : pollMs[isLive ? 'live' : 'blind']

const fetchPage = (cursor: string | null, signal?: AbortSignal): Promise<GenerationPage> => {
  const query = new URLSearchParams({ limit: String(pageSize), ...(cursor && { cursor }) })
  return ask(`/api/generations?${query}`, generationPage, signal ? { signal } : {})
}

/** The wall: newest first, page by page. */
export const generationsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['generations'],
    queryFn: ({ pageParam, signal }) => fetchPage(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })

/** One record with the request as it was sent. `isLive`: the event stream is up. */
export const generationQuery = (id: string, isLive = true) =>
  queryOptions({
    queryKey: ['generation', id],
    queryFn: async ({ signal, client }) => {
      const record = await ask(`/api/generations/${id}`, generation, { signal })
      keepInList(client, record)
      return record
    },
    refetchInterval: ({ state }) => (state.data ? pollAfter(state.data, isLive) : false),
    refetchIntervalInBackground: true,
  })

const keepInList = (client: QueryClient, record: Generation) =>
  client.setQueryData<GenerationPages>(
    generationsQuery().queryKey,
    (pages) => pages && withRecord(pages, record),
  )

/** Makes a record known everywhere it is shown. */
export function keepRecord(client: QueryClient, record: Generation) {
  keepInList(client, record)
  client.setQueryData<Generation>(generationQuery(record.id).queryKey, (old) =>
    old?.sent !== undefined && record.sent === undefined ? { ...record, sent: old.sent } : record,
  )
}

/** After a gap in the event stream: what is new, without reading every loaded page again. */
export async function refreshNewest(client: QueryClient) {
  const pages = client.getQueryData<GenerationPages>(generationsQuery().queryKey)
  if (!pages) return
  const known = recordsOf(pages)
  const hasUnsettled = known.some(({ state }) => !isSettled(state))
  const newest = await fetchPage(null)
  const meets = newest.data.some(({ id }) => known.some((record) => record.id === id))
  if (hasUnsettled || !meets) {
    await client.invalidateQueries({ queryKey: generationsQuery().queryKey })
    return
  }
  for (const record of newest.data.toReversed()) keepRecord(client, record)
}
