import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { everything } from '#contract/find.ts'
import type { UsageReport } from '#contract/usage-report.ts'
import { fakeNetwork } from '../../api/network-fixture.ts'
import { UsagePage } from './usage-page.tsx'

const board = '00000000-0000-4000-8000-000000000077'
const spent = (usd: number, generations: number, estimate = false) => ({
  usd,
  generations,
  estimate,
})
const full: UsageReport = {
  as_of: '2026-11-22T12:00:00.000Z',
  prices_as_of: '2026-09',
  world: 'luma',
  total: spent(12.5, 40, true),
  days: [
    { day: '2026-11-20', ...spent(0, 0) },
    { day: '2026-11-21', ...spent(4.5, 12, true) },
    { day: '2026-11-22', ...spent(8, 28) },
  ],
  by: {
    type: [{ value: 'video', label: 'video', ...spent(10, 20) }],
    model: [{ value: 'ray-3.2', label: 'ray-3.2', ...spent(10, 20) }],
    board: [{ value: board, label: 'Harbour', ...spent(5, 9) }],
    tag: [],
  },
  drafts: { generations: 6, usd: 0.36, saved_usd: 1.44 },
  day_budget_usd: 5,
}
const empty: UsageReport = {
  ...full,
  total: spent(0, 0),
  by: { type: [], model: [], board: [], tag: [] },
  drafts: { generations: 0, usd: 0, saved_usd: 0 },
}

function open(report: UsageReport) {
  const log = fakeNetwork(({ path }) => ({
    body: path === '/api/health' ? { status: 'ok', engine: 'luma', version: '1' } : report,
  }))
  const [onClose, onFind] = [vi.fn(), vi.fn()]
  render(
    <QueryClientProvider client={new QueryClient()}>
      <UsagePage onClose={onClose} onFind={onFind} />
    </QueryClientProvider>,
  )
  const asked = () => log.map(({ path }) => path).filter((path) => path.includes('report'))
  return { onClose, onFind, asked, user: userEvent.setup() }
}

afterEach(() => vi.unstubAllGlobals())

describe('usage', () => {
  it('tells the sum, how sure it is, of which prices, and what drafts saved', async () => {
    open(full)
    await screen.findByText('~$12.50')
    expect(screen.getByText(/40 generations in 3 days · prices of September 2026/)).toBeTruthy()
    expect(screen.getByText('$1.44').closest('p')?.textContent).toBe(
      '6 drafts at 360p saved $1.44 against the same at 720p.',
    )
  })

  it('is told by type, model, board and tag, and a line shows its items', async () => {
    const { user, onFind } = open(full)
    const boards = within(await screen.findByRole('region', { name: 'By board' }))
    expect(boards.getByRole('row', { name: 'Harbour 9 $5.00 40 %' })).toBeTruthy()
    await user.click(boards.getByRole('button', { name: 'Harbour' }))
    expect(onFind.mock.calls).toEqual([
      [{ ...everything, facets: { board: [board], world: ['luma'] } }],
    ])
    const types = within(screen.getByRole('region', { name: 'By type' }))
    expect(types.getByRole('button', { name: 'Video' })).toBeTruthy()
    expect(screen.getByText('None of it has a tag.')).toBeTruthy()
  })

  it('is walked by day with the keys, and a day shows its items', async () => {
    const { user, onFind } = open(full)
    const day = await screen.findByRole('slider', { name: 'Day' })
    const now = () => day.getAttribute('aria-valuetext')
    expect(now()).toBe('Sun, 22 Nov 2026: $8.00, 28 generations')
    fireEvent.change(day, { target: { value: '1' } })
    expect(now()).toBe('Sat, 21 Nov 2026: ~$4.50, 12 generations')
    day.focus()
    await user.keyboard('{Enter}')
    expect(onFind.mock.calls).toEqual([
      [{ ...everything, facets: { day: ['2026-11-21'], world: ['luma'] } }],
    ])
    expect(screen.getByText('Budget $5.00 a day')).toBeTruthy()
  })

  it('asks for another period and world, and the file is of the same', async () => {
    const { user, asked } = open(full)
    await screen.findByText('~$12.50')
    await user.click(screen.getByRole('radio', { name: '90 days' }))
    await user.click(screen.getByRole('radio', { name: 'Local engine' }))
    expect(asked()).toEqual([
      '/api/usage/report?days=30&world=luma',
      '/api/usage/report?days=90&world=luma',
      '/api/usage/report?days=90&world=local',
    ])
    expect(screen.getByRole('link', { name: 'CSV' }).getAttribute('href')).toBe(
      '/api/usage/report.csv?days=90&world=local',
    )
  })

  it('where nothing was spent teaches that the local engine is free', async () => {
    const { user, asked, onClose } = open(empty)
    await screen.findByText(/The local engine is free/)
    await user.click(screen.getByRole('button', { name: /would have cost/ }))
    expect(asked().at(-1)).toBe('/api/usage/report?days=30&world=local')
    await user.keyboard('{Escape}')
    expect(onClose).toHaveBeenCalledOnce()
  })
})
