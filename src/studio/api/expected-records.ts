import type { QueryClient } from '@tanstack/react-query'
import type { Generation, Health } from '#contract/generation.ts'
import { noMarks } from '#contract/marks.ts'
import { priceOf } from '#contract/price.ts'
import { type GenerationRequest, modelOf } from '#contract/request.ts'
import { type GenerationPages, isFurther, recordsOf, withoutRecord } from './generation-cache.ts'
import { generationsQuery, keepRecord } from './generations.ts'
import { healthQuery } from './health.ts'

/** `id` is made before the first try and kept for every further one: one id, one job. */
export type Submission = { id: string; request: GenerationRequest }

type Expected = Pick<Generation, 'id' | 'request' | 'set' | 'world' | 'created_at'>

const expectedRecord = ({ request, ...known }: Expected): Generation => ({
  ...known,
  request,
  seq: 0,
  held: null,
  state: 'intent',
  model: modelOf(request),
  upstream_id: null,
  submitted_at: null,
  settled_at: null,
  progress: null,
  outputs: [],
  failure_code: null,
  failure_reason: null,
  failure_path: null,
  price: priceOf(request),
  understood: null,
  marks: noMarks,
  boards: [],
  trashed_at: null,
})

const listed = (client: QueryClient, id: string) =>
  recordsOf(client.getQueryData<GenerationPages>(generationsQuery().queryKey)).find(
    (record) => record.id === id,
  )

/** Puts what is being submitted on the wall, before anybody has answered. */
export async function showExpected(
  client: QueryClient,
  submissions: readonly Submission[],
  setId?: string,
) {
  await client.cancelQueries({ queryKey: generationsQuery().queryKey })
  const world = client.getQueryData<Health>(healthQuery().queryKey)?.engine ?? 'luma'
  const created_at = new Date().toISOString()
  for (const [index, submission] of submissions.entries()) {
    if (listed(client, submission.id)) continue
    const set = setId ? { id: setId, position: index + 1, size: submissions.length } : null
    keepRecord(client, expectedRecord({ ...submission, set, world, created_at }))
  }
}

/** Puts what was accepted in its place, unless an event has told more of it meanwhile. */
export function keepAccepted(client: QueryClient, record: Generation) {
  const known = listed(client, record.id)
  if (!known || !isFurther(known, record)) keepRecord(client, record)
}

/** Takes what was refused from the wall again. */
export function dropRefused(client: QueryClient, id: string) {
  if (listed(client, id)?.state !== 'intent') return
  client.setQueryData<GenerationPages>(
    generationsQuery().queryKey,
    (pages) => pages && withoutRecord(pages, id),
  )
  client.removeQueries({ queryKey: ['generation', id] })
}
