import { useInfiniteQuery } from '@tanstack/react-query'
import { recordsOf } from './generation-cache.ts'
import { generationsQuery } from './generations.ts'

/** The loaded records, newest first. */
export function useGenerations() {
  const query = useInfiniteQuery(generationsQuery())
  return { ...query, records: recordsOf(query.data) }
}
