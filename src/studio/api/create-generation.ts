import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { type Generation, generation, type Health } from '#contract/generation.ts'
import { priceOf } from '#contract/price.ts'
import { type GenerationRequest, modelOf } from '#contract/request.ts'
import type { ApiError } from './api-error.ts'
import { ask } from './client.ts'
import { type GenerationPages, isFurther, recordsOf, withoutRecord } from './generation-cache.ts'
import { generationsQuery, keepRecord } from './generations.ts'
import { healthQuery } from './health.ts'

/** `id` is made before the first try and kept for every further one: one id, one job. */
export type Submission = { id: string; request: GenerationRequest }

const expectedRecord = ({ id, request }: Submission, health: Health | undefined): Generation => ({
  id,
  request,
  state: 'intent',
  world: health?.engine ?? 'luma',
  model: modelOf(request),
  upstream_id: null,
  created_at: new Date().toISOString(),
  submitted_at: null,
  settled_at: null,
  progress: null,
  outputs: [],
  failure_code: null,
  failure_reason: null,
  failure_path: null,
  price: priceOf(request),
  understood: null,
})

const listed = (client: QueryClient, id: string) =>
  recordsOf(client.getQueryData<GenerationPages>(generationsQuery().queryKey)).find(
    (record) => record.id === id,
  )

/** Submits; the job stands on the wall from this moment and leaves it again if it is refused. */
export const createGeneration = (client: QueryClient) =>
  mutationOptions<Generation, ApiError, Submission>({
    mutationFn: ({ id, request }) =>
      ask('/api/generations', generation, { method: 'POST', body: request, id }),
    networkMode: 'always',
    onMutate: async (submission) => {
      const list = generationsQuery().queryKey
      await client.cancelQueries({ queryKey: list })
      const health = client.getQueryData<Health>(healthQuery().queryKey)
      if (!listed(client, submission.id)) keepRecord(client, expectedRecord(submission, health))
    },
    onSuccess: (record) => {
      const known = listed(client, record.id)
      if (!known || !isFurther(known, record)) keepRecord(client, record)
    },
    onError: (_error, { id }) => {
      if (listed(client, id)?.state !== 'intent') return
      client.setQueryData<GenerationPages>(
        generationsQuery().queryKey,
        (pages) => pages && withoutRecord(pages, id),
      )
      client.removeQueries({ queryKey: ['generation', id] })
    },
  })
