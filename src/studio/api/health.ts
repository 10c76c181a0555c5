import { queryOptions } from '@tanstack/react-query'
import { health } from '#contract/generation.ts'
import { ask } from './client.ts'

/** Which upstream answers; it changes only when the server is started anew. */
export const healthQuery = () =>
  queryOptions({
    queryKey: ['health'],
    queryFn: ({ signal }) => ask('/api/health', health, { signal }),
    staleTime: Infinity,
  })
