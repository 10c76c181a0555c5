import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import type { Queue } from '#contract/queue.ts'
import { generationFixture } from './generation-fixture.ts'
import { fakeNetwork } from './network-fixture.ts'
import { queueQuery } from './queue.ts'
import { useFollowUp } from './use-follow-up.ts'

afterEach(() => vi.unstubAllGlobals())

const queueOf = (data: Generation[]): Queue => ({
  paused: false,
  limits: { per_minute: null, at_once: null, active: 0, waits_until: null, waits_for: null },
  data,
  more: 0,
})
const many = (state: Generation['state']) =>
  Array.from({ length: 350 }, (_, n) => generationFixture(n + 1, { state }))

function follow(queue: Queue) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  client.setQueryData<Queue>(queueQuery().queryKey, queue)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(() => useFollowUp(), { wrapper })
  return { client, seen: () => result.current }
}

it('everything in a queue of hundreds is followed', () => {
  const { seen } = follow(queueOf(many('unknown')))
  expect(new Set(seen().map(({ id }) => id)).size).toBe(350)
})

it('what waits is told by the queue, and is asked after itself only when it has left it', async () => {
  const [gone, ...left] = many('intent')
  const log = fakeNetwork(({ path }) =>
    path === '/api/queue'
      ? { body: queueOf(left) }
      : { body: { ...gone, state: 'failed', failure_code: 'cancelled' } },
  )
  const { client, seen } = follow(queueOf([gone!, ...left]))
  await client.invalidateQueries()
  await waitFor(() => expect(seen().find(({ id }) => id === gone!.id)?.state).toBe('failed'))
  expect(log.map(({ path }) => path)).toEqual(['/api/queue', `/api/generations/${gone!.id}`])
})
