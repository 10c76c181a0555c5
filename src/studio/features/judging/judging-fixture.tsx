import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import type { Generation } from '#contract/generation.ts'
import { generationQuery } from '../../api/generations.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { ToastDesk } from '../../ui/toast-desk.tsx'
import { JudgingDesk } from './judging-desk.tsx'

const refusal = {
  type: '/problems/internal',
  title: 'Broken',
  status: 500,
  code: 'internal',
  detail: 'The disk is full.',
}

/** A page with a desk for judging, over a server that says yes, or no when told to. */
export function showJudging(page: ReactNode, records: readonly Generation[] = []) {
  const server = { isRefusing: false }
  const log = fakeNetwork(({ method, path, body }) => {
    if (path === '/api/tags') {
      const data = [
        { tag: 'fox', count: 3 },
        { tag: 'owl', count: 1 },
      ]
      return { body: { data } }
    }
    if (method === 'GET') return { body: { data: [] } }
    if (server.isRefusing) return { status: 500, body: refusal }
    return { body: { changed: (body as { seqs: number[] }).seqs.length } }
  })
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity } } })
  for (const record of records) client.setQueryData(generationQuery(record.id).queryKey, record)
  const { unmount } = render(
    <QueryClientProvider client={client}>
      <ToastDesk>
        <JudgingDesk>{page}</JudgingDesk>
      </ToastDesk>
    </QueryClientProvider>,
  )
  const sent = () =>
    log
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, body }) => ({ asked: `${method} ${path}`, body }))
  const recordOf = ({ id }: Generation) =>
    client.getQueryData<Generation>(generationQuery(id).queryKey)
  return { server, client, sent, recordOf, close: unmount, user: userEvent.setup() }
}
