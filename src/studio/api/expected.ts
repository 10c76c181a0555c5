import { type QueryClient, queryOptions } from '@tanstack/react-query'
import type { Generation } from '#contract/generation.ts'

/** Submitted from this page. `place` stands for its seq as long as it has none. */
export type Expected = { place: number; record: Generation }

/** Written by the submissions of this page alone; newest first, a set from its first to its last. */
export const expectedQuery = () =>
  queryOptions({
    queryKey: ['expected'],
    queryFn: (): readonly Expected[] => [],
    initialData: [] as readonly Expected[],
    enabled: false,
    gcTime: Infinity,
  })

export const expectedOf = (client: QueryClient): readonly Expected[] =>
  client.getQueryData<readonly Expected[]>(expectedQuery().queryKey) ?? []

/** Puts a record in the place of its older self among what is expected. */
export function keepExpected(client: QueryClient, record: Generation) {
  const known = expectedOf(client)
  if (!known.some((each) => each.record.id === record.id)) return
  client.setQueryData<readonly Expected[]>(
    expectedQuery().queryKey,
    known.map((each) => (each.record.id === record.id ? { ...each, record } : each)),
  )
}
