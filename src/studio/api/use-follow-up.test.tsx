import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook } from '@testing-library/react'
import type { ReactNode } from 'react'
import { expect, it } from 'vitest'
import type { Queue } from '#contract/queue.ts'
import { generationFixture } from './generation-fixture.ts'
import { queueQuery } from './queue.ts'
import { useFollowUp } from './use-follow-up.ts'

it('everything in a queue of hundreds is followed', () => {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  const queue: Queue = {
    paused: false,
    limits: { per_minute: null, at_once: null, active: 0, waits_until: null, waits_for: null },
    data: Array.from({ length: 350 }, (_, n) => generationFixture(n + 1, { state: 'unknown' })),
    more: 0,
  }
  client.setQueryData<Queue>(queueQuery().queryKey, queue)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useFollowUp(), { wrapper })
  expect(new Set(result.current.map(({ id }) => id)).size).toBe(350)
})
