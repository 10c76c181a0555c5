import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { generationFixture } from '../../api/generation-fixture.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { WaitingStage } from './waiting-stage.tsx'

const setId = generationFixture(900).id
const record = generationFixture(1, {
  state: 'held',
  world: 'luma',
  outputs: [],
  set: { id: setId, position: 2, size: 6 },
  held: { reason: 'over_budget', until: null },
  failure_reason: 'Over today’s budget of $5.00. The set of 6 would cost $1.80.',
})

function show() {
  const log = fakeNetwork(({ path }) => ({
    body: path.startsWith('/api/sets') ? { id: setId, data: [record] } : record,
  }))
  render(
    <QueryClientProvider client={new QueryClient()}>
      <WaitingStage record={record} />
    </QueryClientProvider>,
  )
  return { log, user: userEvent.setup() }
}

afterEach(() => vi.unstubAllGlobals())

it('an open one that is held says why and that nothing goes by itself', () => {
  show()
  const send = screen.getByRole('button', { name: 'Send anyway' })
  const reason = document.getElementById(send.getAttribute('aria-describedby') ?? '')
  expect(reason?.textContent).toBe(
    'Held: over today’s budget of $5.00. The set of 6 would cost $1.80.',
  )
  expect(screen.getByText(/not sent until you send it\. This one: \$0\.0404/)).toBeTruthy()
})

it.each([
  ['Send anyway', `/api/generations/${record.id}/send`],
  ['Take back', `/api/generations/${record.id}/withdraw`],
  ['Send the set', `/api/sets/${setId}/send`],
  ['Take the set back', `/api/sets/${setId}/withdraw`],
])('%s asks the server for exactly that', async (name, path) => {
  const { log, user } = show()
  await user.click(screen.getByRole('button', { name }))
  expect(log.map((asked) => `${asked.method} ${asked.path}`)).toContain(`POST ${path}`)
})
