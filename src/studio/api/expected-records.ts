import type { QueryClient } from '@tanstack/react-query'
import type { Origin } from '#contract/family.ts'
import type { Generation, Health } from '#contract/generation.ts'
import { noMarks } from '#contract/marks.ts'
import { priceOf } from '#contract/price.ts'
import { type GenerationRequest, modelOf } from '#contract/request.ts'
import { type Expected, expectedOf, expectedQuery } from './expected.ts'
import { keepAnswered } from './generations.ts'
import { healthQuery } from './health.ts'

/** `id` is made before the first try and kept for every further one: one id, one job. */
export type Submission = { id: string; request: GenerationRequest; origin?: Origin | undefined }

type Known = Pick<Generation, 'id' | 'request' | 'set' | 'world' | 'created_at'>

/** No seq of the server comes near to it. */
const lastPlace = 2 ** 32 - 1
/** Submissions that are remembered at most, those that stand in the list included. */
const most = 200

const expectedRecord = ({ request, ...known }: Known): Generation => ({
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

const recordOf = (client: QueryClient, id: string) =>
  expectedOf(client).find(({ record }) => record.id === id)?.record

/** Puts what is being submitted on the wall, before anybody has answered. */
export async function showExpected(
  client: QueryClient,
  submissions: readonly Submission[],
  setId?: string,
) {
  const known = expectedOf(client)
  const world = client.getQueryData<Health>(healthQuery().queryKey)?.engine ?? 'luma'
  const created_at = new Date().toISOString()
  const highest = Math.min(lastPlace, ...known.map(({ place }) => place))
  const added: Expected[] = submissions.flatMap(({ id, request }, index) => {
    if (known.some(({ record }) => record.id === id)) return []
    const set = setId ? { id: setId, position: index + 1, size: submissions.length } : null
    const record = expectedRecord({ id, request, set, world, created_at })
    return [{ place: highest - submissions.length + index, record }]
  })
  client.setQueryData<readonly Expected[]>(
    expectedQuery().queryKey,
    [...added, ...known].slice(0, most),
  )
}

/** Puts what was accepted in its place. */
export function keepAccepted(client: QueryClient, records: readonly Generation[]) {
  for (const record of records) keepAnswered(client, record)
  void client.invalidateQueries({ queryKey: ['wall'] }, { cancelRefetch: false })
}

/** Takes what was refused from the wall again. */
export function dropRefused(client: QueryClient, id: string) {
  const known = recordOf(client, id)
  if (!known || known.state !== 'intent' || known.seq > 0) return
  client.setQueryData<readonly Expected[]>(
    expectedQuery().queryKey,
    expectedOf(client).filter(({ record }) => record.id !== id),
  )
  client.removeQueries({ queryKey: ['generation', id] })
}
