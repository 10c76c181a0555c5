import { useQueries, useQuery } from '@tanstack/react-query'
import { type Generation, isSettled } from '#contract/generation.ts'
import { streamQuery } from './events.ts'
import { generationQuery } from './generations.ts'

/** Asks after every unsettled record: now and then while events come, often while they do not. */
export function useFollowUp(records: readonly Generation[]) {
  const { data: stream } = useQuery(streamQuery())
  useQueries({
    queries: records
      .filter(({ state }) => !isSettled(state))
      .map(({ id }) => generationQuery(id, stream === 'live')),
    combine: () => null,
  })
}
