import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import type { Generation } from '#contract/generation.ts'
import { newId } from '../lib/new-id.ts'
import { ApiError } from './api-error.ts'
import { createGeneration } from './create-generation.ts'

/** Ids of submissions nobody has answered yet, by whose request they repeat: trying again is one job. */
const unanswered = new Map<string, string>()

/** Submits the same request as a new one, a child of the old. Rejects with an `ApiError`. */
export async function sendAgain(
  client: QueryClient,
  { id: from, request }: Pick<Generation, 'id' | 'request'>,
): Promise<Generation> {
  const id = unanswered.get(from) ?? newId()
  unanswered.set(from, id)
  try {
    const record = await new MutationObserver(client, createGeneration(client)).mutate({
      id,
      request,
      origin: { id: from, step: 'again' },
    })
    unanswered.delete(from)
    return record
  } catch (error) {
    if (error instanceof ApiError && !error.isUndecided) unanswered.delete(from)
    throw error
  }
}
