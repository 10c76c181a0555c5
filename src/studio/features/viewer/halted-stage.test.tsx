import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { HaltedStage } from './halted-stage.tsx'

function show(part: Partial<Generation>) {
  const record = generationFixture(1, { state: 'failed', world: 'luma', outputs: [], ...part })
  const log = fakeNetwork(({ path }) => ({
    body: path === '/api/trash' ? { changed: 1 } : generationFixture(2, { state: 'queued' }),
  }))
  const onReuse = vi.fn()
  const { container } = render(
    <QueryClientProvider client={new QueryClient()}>
      <HaltedStage record={record} onReuse={onReuse} />
    </QueryClientProvider>,
  )
  const names = within(container)
    .getAllByRole('button')
    .map(({ textContent }) => textContent)
  return { log, names, onReuse, user: userEvent.setup() }
}

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['generation_failed', ['Try again', 'Use these settings']],
  ['budget_exhausted', ['Try again', 'Use these settings']],
  ['output_not_found', ['Try again, billed again', 'Use these settings']],
  ['content_moderated', ['Use these settings']],
  ['withdrawn', ['Send it after all', 'Use these settings']],
])('%s offers what the code allows', (failure_code, expected) => {
  expect(show({ failure_code }).names).toEqual(expected)
})

it('trying again sends the same request under a new id', async () => {
  const { user, log } = show({ failure_code: 'generation_failed' })
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  const [sent] = log.filter(({ method }) => method === 'POST')
  expect(sent?.path).toBe('/api/generations')
  expect(sent?.body).toEqual(generationFixture(1).request)
  expect(sent?.id).not.toBe(generationFixture(1).id)
})

it('a lost answer offers two choices and says what the first may cost', async () => {
  const { user, log, names } = show({ state: 'unknown' })
  expect(names).toEqual(['Send again as a new one', 'Forget'])
  expect(screen.getByText(/may bill a second time: \$0\.0404 more/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Forget' }))
  expect(log.map(({ path, body }) => ({ path, body }))).toContainEqual({
    path: '/api/trash',
    body: { seqs: [1] },
  })
})
