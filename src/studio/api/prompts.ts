import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { promptList, promptLimits } from '#contract/prompt.ts'
import { ask } from './client.ts'

/** Words submitted before, the last used first; `search` by the beginnings of words. */
export const promptsQuery = (search = '', limit: number = promptLimits.usual) =>
  queryOptions({
    queryKey: ['prompts', search, limit],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ q: search, limit: String(limit) })
      return (await ask(`/api/prompts?${query}`, promptList, { signal })).data
    },
    placeholderData: keepPreviousData,
  })
