import { useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { type Generation, isSettled } from '#contract/generation.ts'
import { streamQuery } from './events.ts'
import { expectedQuery } from './expected.ts'
import { generationQuery } from './generations.ts'
import { isWaiting, queueQuery } from './queue.ts'

/** Jobs that are remembered after they ended, so that their end can be told. */
const most = 100

/**
 * Asks after everything in the queue: now and then while events come, often while they do not. What
 * waits is told by the queue itself. Returns what was seen running since the page was opened, as it
 * is now.
 */
export function useFollowUp(): Generation[] {
  const { data: stream } = useQuery(streamQuery())
  const { data: queue } = useQuery(queueQuery(stream === 'live'))
  const { data: expected } = useQuery(expectedQuery())
  const [followed, setFollowed] = useState<readonly Generation[]>([])
  const submitted = expected.map(({ record }) => record)
  const accepted = submitted.filter(({ seq }) => seq > 0)
  const current = new Map([...accepted, ...(queue?.data ?? [])].map((each) => [each.id, each]))
  const fresh = [...current.values()].filter(({ id }) => !followed.some((each) => each.id === id))
  if (fresh.length) {
    const all = [...fresh, ...followed]
    const past = all.filter(({ id }) => !current.has(id)).slice(0, most)
    setFollowed([...all.filter(({ id }) => current.has(id)), ...past])
  }
  const records = useQueries({
    queries: followed.map((record) => ({
      ...generationQuery(record.id, stream === 'live'),
      initialData: record,
      enabled: ({ state: { data } }: { state: { data: Generation | undefined } }) =>
        !data || !(isSettled(data.state) || (current.has(data.id) && isWaiting(data))),
    })),
    combine: (results) => results.flatMap(({ data }) => data ?? []),
  })
  return [...submitted.filter(({ seq }) => seq === 0), ...records]
}
