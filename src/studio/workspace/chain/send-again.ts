import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import type { Generation } from '#contract/generation.ts'
import { createGeneration } from '../../api/create-generation.ts'
import { newId } from '../../lib/new-id.ts'

/** Submits the same request under a new id, at once. Rejects with an error in words. */
export const sendAgain = (client: QueryClient, { id, request }: Generation): Promise<Generation> =>
  new MutationObserver(client, createGeneration(client)).mutate({
    id: newId(),
    request,
    origin: { id, step: 'again' },
  })
