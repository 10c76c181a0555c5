import { queryOptions } from '@tanstack/react-query'
import { sequence } from '#contract/family.ts'
import { ask } from './client.ts'

/** The chain of extensions that a clip is part of, in the order in which it plays. */
export const sequenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['sequence', id],
    queryFn: ({ signal }) => ask(`/api/generations/${id}/sequence`, sequence, { signal }),
  })

/** The whole chain as one file. */
export const sequencePath = (id: string) => `/api/generations/${id}/sequence.mp4`
