import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { streamQuery } from './events.ts'
import { recordsOf } from './generation-cache.ts'
import { generationsQuery } from './generations.ts'

/** The loaded records, kept fresh by events and, where they fail, by asking. */
export function useGenerations() {
  const { data: isLive } = useQuery(streamQuery())
  const query = useInfiniteQuery(generationsQuery(isLive))
  return { ...query, records: recordsOf(query.data), isLive }
}
