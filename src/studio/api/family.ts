import { queryOptions } from '@tanstack/react-query'
import { family } from '#contract/family.ts'
import { ask } from './client.ts'

/** Everybody related to one; read anew when the wall says that something changed. */
export const familyQuery = (id: string) =>
  queryOptions({
    queryKey: ['family', id],
    queryFn: ({ signal }) => ask(`/api/generations/${id}/family`, family, { signal }),
  })
