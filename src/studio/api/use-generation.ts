import { useQuery } from '@tanstack/react-query'
import { streamQuery } from './events.ts'
import { generationQuery } from './generations.ts'

/** One record in full, kept fresh. */
export function useGeneration(id: string | null) {
  const { data: stream } = useQuery(streamQuery())
  return useQuery({ ...generationQuery(id ?? '', stream === 'live'), enabled: id !== null })
}
