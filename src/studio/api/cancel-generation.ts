import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { type Generation, generation } from '#contract/generation.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'
import { keepRecord } from './generations.ts'

/** Stops what has not been sent, or what this machine renders. Luma has no cancel. */
export const cancelGeneration = (client: QueryClient) =>
  mutationOptions<Generation, ApiError, string>({
    mutationFn: (id) => ask(`/api/generations/${id}/cancel`, generation, { method: 'POST' }),
    networkMode: 'always',
    onSuccess: (record) => keepRecord(client, record),
    onError: (_error, id) => void client.invalidateQueries({ queryKey: ['generation', id] }),
    onSettled: () => client.invalidateQueries({ queryKey: ['queue'] }),
  })
