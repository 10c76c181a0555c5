import { queryOptions } from '@tanstack/react-query'
import { usage } from '#contract/usage.ts'
import { ask } from './client.ts'

const midnightMs = 60_000

/** What the last days cost; asked again when a job changes its state, and when a day may end. */
export const usageQuery = () =>
  queryOptions({
    queryKey: ['usage'],
    queryFn: ({ signal }) => ask('/api/usage', usage, { signal }),
    refetchInterval: midnightMs,
  })
