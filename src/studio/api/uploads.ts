import { queryOptions } from '@tanstack/react-query'
import { upload } from '#contract/upload.ts'
import { ask } from './client.ts'

/** What the server found in an uploaded file; it never changes. */
export const uploadQuery = (id: string) =>
  queryOptions({
    queryKey: ['upload', id],
    queryFn: ({ signal }) => ask(`/api/uploads/${id}`, upload, { signal }),
    staleTime: Infinity,
  })
