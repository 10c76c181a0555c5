import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import type { Queue } from '#contract/queue.ts'
import { generationFixture } from '../../api/generation-fixture.ts'
import { fakeNetwork, localHealth } from '../../api/network-fixture.ts'
import { queueFixture } from '../../api/queue-fixture.ts'
import { ToastDesk } from '../../ui/toast-desk.tsx'
import { QueuePanel } from './queue-panel.tsx'

const job = (n: number, part: Partial<Generation> = {}) =>
  generationFixture(n, { state: 'intent', outputs: [], world: 'luma', ...part })

function open(queue: Queue, seen: readonly Generation[] = []) {
  let now = queue
  const log = fakeNetwork(({ path, body }) => {
    if (path === '/api/queue') return { body: now }
    if (path === '/api/queue/pause') now = { ...now, paused: true }
    if (path === '/api/queue/order') {
      const { ids } = body as { ids: string[] }
      now = { ...now, data: ids.flatMap((id) => now.data.find((each) => each.id === id) ?? []) }
    }
    if (path.startsWith('/api/queue/')) return { body: now }
    if (path === '/api/health') return { body: localHealth }
    if (path === '/api/trash') return { body: { changed: 1 } }
    return { body: job(99, { state: 'queued' }) }
  })
  const acts = { onOpen: vi.fn(), onReuse: vi.fn(), onClose: vi.fn() }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <ToastDesk>
        <QueuePanel seen={seen} {...acts} />
      </ToastDesk>
    </QueryClientProvider>,
  )
  const sent = () =>
    log.filter(({ method }) => method === 'POST').map(({ path, body }) => ({ path, body }))
  return { ...acts, log, sent, user: userEvent.setup() }
}

const section = (name: string) => screen.findByRole('region', { name })
const waitingNames = async () =>
  within(await screen.findByRole('list', { name: 'Held and waiting' }))
    .getAllByRole('button', { name: /^Move: / })
    .map((button) => button.getAttribute('aria-label'))

afterEach(() => vi.unstubAllGlobals())

describe('what waits', () => {
  const three = queueFixture({ data: [job(1), job(2), job(3)] })

  it('goes up and down with Alt and the arrows, and the handle keeps the focus', async () => {
    const { user, sent } = open(three)
    const handle = await screen.findByRole('button', { name: 'Move: Picture 3' })
    handle.focus()
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    expect(await waitingNames()).toEqual(['Move: Picture 1', 'Move: Picture 3', 'Move: Picture 2'])
    expect(sent()).toEqual([
      { path: '/api/queue/order', body: { ids: [1, 3, 2].map((n) => job(n).id) } },
    ])
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move: Picture 3' })),
    )
  })

  it('goes to the top with one press', async () => {
    const { user, sent } = open(three)
    await user.click(await screen.findByRole('button', { name: 'Move to the top: Picture 3' }))
    expect(await waitingNames()).toEqual(['Move: Picture 3', 'Move: Picture 1', 'Move: Picture 2'])
    expect(sent()).toHaveLength(1)
  })

  it('says why it is held, and is sent or taken back', async () => {
    const held = { reason: 'over_budget', until: null } as const
    const why = 'Over today’s budget of $5.00. It would cost $0.30.'
    const { user, sent } = open(
      queueFixture({ data: [job(1, { state: 'held', held, failure_reason: why }), job(2)] }),
    )
    await screen.findByText('Held: over today’s budget of $5.00. It would cost $0.30.')
    await user.click(screen.getByRole('button', { name: 'Send anyway: Picture 1' }))
    await user.click(screen.getByRole('button', { name: 'Take back: Picture 2' }))
    expect(sent().map(({ path }) => path)).toEqual([
      `/api/generations/${job(1).id}/send`,
      `/api/generations/${job(2).id}/cancel`,
    ])
  })

  it('is held and sent on as a whole', async () => {
    const { user, sent } = open(three)
    await user.click(await screen.findByRole('button', { name: 'Hold all' }))
    await screen.findByRole('button', { name: 'Send on' })
    expect(screen.getAllByText('Waits until you send on.')).toHaveLength(3)
    expect(sent()).toEqual([{ path: '/api/queue/pause', body: undefined }])
  })
})

describe('what is under way', () => {
  it('cannot be cancelled at Luma, and the button says so and can be reached', async () => {
    const { user, sent } = open(
      queueFixture({
        data: [job(1, { state: 'processing', price: { usd: 0.3, estimate: false } })],
      }),
    )
    const button = await screen.findByRole('button', { name: 'Cancel: Picture 1' })
    expect(button.getAttribute('aria-disabled')).toBe('true')
    const why = document.getElementById(button.getAttribute('aria-describedby') ?? '')
    expect(why?.textContent).toBe(
      'Cannot be cancelled: Luma has no cancel. It will be billed $0.30.',
    )
    await user.click(button)
    expect(screen.getAllByText(why?.textContent ?? '').length).toBeGreaterThan(1)
    expect(sent()).toEqual([])
  })

  it('is cancelled on this machine', async () => {
    const { user, sent } = open(
      queueFixture({ data: [job(1, { state: 'processing', world: 'local' })] }),
    )
    await user.click(await screen.findByRole('button', { name: 'Cancel: Picture 1' }))
    expect(sent().map(({ path }) => path)).toEqual([`/api/generations/${job(1).id}/cancel`])
  })
})

describe('a lost answer', () => {
  const lost = job(1, { state: 'unknown', price: { usd: 0.3, estimate: false } })

  it('stands above everything and says what it may have cost and may cost again', async () => {
    open(queueFixture({ data: [job(2, { state: 'processing' }), lost] }))
    const regions = await screen.findAllByRole('region')
    expect(within(regions[0] as HTMLElement).getByText(/may have been billed/)).toBeTruthy()
    const again = screen.getByRole('button', { name: 'Send again as a new one' })
    const twice = document.getElementById(again.getAttribute('aria-describedby') ?? '')
    expect(twice?.textContent).toBe('Sending it again may bill a second time: $0.30 more.')
  })

  it('is sent again under a new id, as a child of the old', async () => {
    const { user, log } = open(queueFixture({ data: [lost] }))
    await user.click(await screen.findByRole('button', { name: 'Send again as a new one' }))
    const made = log.find(({ method, path }) => method === 'POST' && path === '/api/generations')
    expect(made?.id).not.toBe(lost.id)
    expect(made?.body).toEqual(lost.request)
    await screen.findByText('Sent again as a new one')
  })

  it('is forgotten, and comes back with undo', async () => {
    const { user, sent } = open(queueFixture({ data: [lost] }))
    await user.click(await screen.findByRole('button', { name: 'Forget' }))
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(sent()).toEqual([
      { path: '/api/trash', body: { seqs: [1] } },
      { path: '/api/trash/restore', body: { seqs: [1] } },
    ])
  })
})

const failed = (n: number, failure_code: string) => job(n, { state: 'failed', failure_code })

describe('what ended', () => {
  it('is tried again with one press only where its code says so', async () => {
    const { user, onReuse, sent } = open(queueFixture(), [
      failed(1, 'generation_failed'),
      failed(2, 'content_moderated'),
    ])
    const ended = within(await section('Ended lately'))
    expect(ended.getAllByRole('button', { name: 'Try again' })).toHaveLength(1)
    await user.click(ended.getByRole('button', { name: 'Use these settings' }))
    expect(onReuse.mock.calls).toEqual([[failed(2, 'content_moderated')]])
    await user.click(ended.getByRole('button', { name: 'Try again' }))
    expect(sent().map(({ path }) => path)).toEqual(['/api/generations'])
  })

  it('is told for the last ten, the newest first, and opens', async () => {
    const many = Array.from({ length: 14 }, (_, n) => generationFixture(n + 1))
    const { user, onOpen } = open(queueFixture(), many)
    const names = within(await section('Ended lately')).getAllByRole('button')
    expect(names).toHaveLength(10)
    await user.click(names[0] as HTMLElement)
    expect(onOpen.mock.calls).toEqual([[many[13]?.id]])
  })
})

it('an empty queue says so, and Esc leaves it', async () => {
  const { user, onClose } = open(queueFixture())
  await screen.findByText('Nothing is under way.')
  await user.keyboard('{Escape}')
  expect(onClose).toHaveBeenCalledOnce()
})
