import { queryOptions } from '@tanstack/react-query'
import { generationPage } from '#contract/generation.ts'
import { ask } from './client.ts'

/** The last hundred in full, for what is known of a job by another name than ours. */
export const latestQuery = () =>
  queryOptions({
    queryKey: ['latest'],
    queryFn: async ({ signal }) =>
      (await ask('/api/generations?limit=100', generationPage, { signal })).data,
  })
