import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import * as z from 'zod/mini'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'

/** Stops what has not been sent, or what this machine renders. Luma has no cancel. */
export const cancelGeneration = (client: QueryClient) =>
  mutationOptions<unknown, ApiError, string>({
    mutationFn: (id) => ask(`/api/generations/${id}/cancel`, z.unknown(), { method: 'POST' }),
    networkMode: 'always',
    onSettled: (_data, _error, id) => {
      void client.invalidateQueries({ queryKey: ['generation', id] })
      void client.invalidateQueries({ queryKey: ['queue'] })
    },
  })
