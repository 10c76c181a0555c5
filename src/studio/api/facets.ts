import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { type Find, writeFind } from '#contract/find.ts'
import { facetCounts } from '#contract/wall.ts'
import { ask } from './client.ts'

/** How many each value of each facet would show; order and stacks make no difference. */
export const facetsQuery = (find: Find) => {
  const query = writeFind({ ...find, sort: 'newest', isStacked: false }).toString()
  return queryOptions({
    queryKey: ['facets', query],
    queryFn: ({ signal }) => ask(`/api/facets?${query}`, facetCounts, { signal }),
    placeholderData: keepPreviousData,
  })
}
