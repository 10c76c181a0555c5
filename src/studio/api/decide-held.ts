import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { type Generation, generation } from '#contract/generation.ts'
import { generationSet } from '#contract/set.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'
import { keepRecord } from './generations.ts'

/** `ofSet`: what is held of the whole set. */
export type HeldDecision = { record: Generation; act: 'send' | 'withdraw'; ofSet: boolean }

async function decide({ record, act, ofSet }: HeldDecision): Promise<Generation[]> {
  if (ofSet && record.set) {
    const path = `/api/sets/${record.set.id}/${act}`
    return (await ask(path, generationSet, { method: 'POST' })).data
  }
  return [await ask(`/api/generations/${record.id}/${act}`, generation, { method: 'POST' })]
}

/** Sends what is held anyway, or takes it back so that it is never sent. */
export const decideHeld = (client: QueryClient) =>
  mutationOptions<Generation[], ApiError, HeldDecision>({
    mutationFn: decide,
    networkMode: 'always',
    onSuccess: (records) => {
      for (const record of records) keepRecord(client, record)
    },
    onError: (_error, { record }) =>
      void client.invalidateQueries({ queryKey: ['generation', record.id] }),
  })
