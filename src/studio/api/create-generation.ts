import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { type Generation, generation } from '#contract/generation.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'
import { dropRefused, keepAccepted, showExpected, type Submission } from './expected-records.ts'

export type { Submission }

/** Submits; the job stands on the wall from this moment and leaves it again if it is refused. */
export const createGeneration = (client: QueryClient) =>
  mutationOptions<Generation, ApiError, Submission>({
    mutationFn: ({ id, request, origin }) =>
      ask('/api/generations', generation, {
        method: 'POST',
        body: request,
        id,
        ...(origin && { said: { 'dailies-origin': `${origin.id};${origin.step}` } }),
      }),
    networkMode: 'always',
    onMutate: (submission) => showExpected(client, [submission]),
    onSuccess: (record) => keepAccepted(client, [record]),
    onError: (_error, { id }) => dropRefused(client, id),
  })
