import { useQuery } from '@tanstack/react-query'
import { streamQuery } from './events.ts'
import { queueQuery } from './queue.ts'

/** The queue, kept fresh. */
export function useQueue() {
  const { data: stream } = useQuery(streamQuery())
  return useQuery(queueQuery(stream === 'live'))
}
