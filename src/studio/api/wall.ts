import { keepPreviousData, type QueryClient, queryOptions } from '@tanstack/react-query'
import { type Find, writeFind } from '#contract/find.ts'
import { decodeWall, type WallList } from '#contract/wall.ts'
import { askBytes } from './client.ts'

/** A list of a million is six megabytes, so what is not looked at is soon let go. */
const keptMs = 20_000

/** Everything that a find shows, in order. The last list stays until the next one is here. */
export const wallQuery = (find: Find) => {
  const query = writeFind(find).toString()
  return queryOptions({
    queryKey: ['wall', query],
    queryFn: async ({ signal, client, queryKey }) => {
      const bytes = await askBytes(query ? `/api/wall?${query}` : '/api/wall', signal)
      const list = decodeWall(await bytes.arrayBuffer())
      const last = client.getQueryData<WallList>(queryKey)
      return last?.version === list.version ? last : list
    },
    placeholderData: keepPreviousData,
    structuralSharing: false,
    gcTime: keptMs,
  })
}

/** What the wall shows, its counts, and what can be chosen may be others now. */
export const rereadWall = (client: QueryClient) => {
  for (const key of ['wall', 'facets', 'boards', 'tags', 'family', 'sequence']) {
    void client.invalidateQueries({ queryKey: [key] })
  }
}
