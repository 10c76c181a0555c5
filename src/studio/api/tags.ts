import { queryOptions } from '@tanstack/react-query'
import { tagList } from '#contract/marks.ts'
import { ask } from './client.ts'

/** All tags that are given, most used first. */
export const tagsQuery = () =>
  queryOptions({
    queryKey: ['tags'],
    queryFn: async ({ signal }) => (await ask('/api/tags', tagList, { signal })).data,
  })
