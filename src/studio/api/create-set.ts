import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { generationSet, type GenerationSet } from '#contract/set.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'
import { dropRefused, keepAccepted, showExpected, type Submission } from './expected-records.ts'

/** All ids are made before the first try and kept for every further one. 2 to 24 items. */
export type SetOfSubmissions = { id: string; items: readonly Submission[] }

/** Submits several at once; the server takes all of them or none. */
export const createSet = (client: QueryClient) =>
  mutationOptions<GenerationSet, ApiError, SetOfSubmissions>({
    mutationFn: (set) => ask('/api/sets', generationSet, { method: 'POST', body: set }),
    networkMode: 'always',
    onMutate: ({ id, items }) => showExpected(client, items, id),
    onSuccess: ({ data }) => keepAccepted(client, data),
    onError: (_error, { items }) => {
      for (const { id } of items) dropRefused(client, id)
    },
  })
