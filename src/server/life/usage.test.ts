import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openStore } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'
import { readUsage } from './usage.ts'

const now = new Date(2026, 10, 22, 12)
/** By the server's own clock. */
const at = (daysAgo: number, hour: number) =>
  new Date(2026, 10, 22 - daysAgo, hour, 30).toISOString()
const price = (usd: number, estimate = false) => JSON.stringify({ usd, estimate })

const row = (n: number, part: Partial<GenerationRow>) => ({
  id: `job ${n}`,
  state: 'completed' as const,
  world: 'luma' as const,
  model: 'uni-1' as const,
  kind: 'image uni-1',
  request: '{"type":"image","prompt":"x"}',
  request_hash: '',
  created_at: at(0, 1),
  price: price(0.1),
  ...part,
})

it('what was spent is told by the days of the server, from midnight to midnight', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dailies-usage-'))
  const store = openStore(join(folder, 'dailies.sqlite'))
  onTestFinished(async () => {
    await store.close()
    await rm(folder, { recursive: true })
  })
  await store.generations.add(
    [
      { submitted_at: at(0, 0) },
      { submitted_at: at(1, 23), price: price(0.2, true) },
      { submitted_at: at(1, 0), price: null },
      { submitted_at: at(1, 5), world: 'local' as const },
      { submitted_at: at(2, 5), state: 'failed' as const },
      { settled_at: at(3, 5), state: 'unknown' as const },
      { submitted_at: at(30, 23), price: price(99) },
      { state: 'submitting' as const, price: price(0.3) },
      { state: 'held' as const, held_reason: 'over_budget' as const },
      { state: 'held' as const, held_reason: 'rate_limited' as const },
    ].map((part, n) => row(n, part)),
  )
  const { today_usd, today_estimate, days } = await readUsage(store, now)
  expect({ today_usd, today_estimate }).toEqual({ today_usd: 0.4, today_estimate: false })
  expect(days.filter(({ generations }) => generations > 0)).toEqual([
    { day: '2026-11-19', usd: 0.1, estimate: false, generations: 1 },
    { day: '2026-11-21', usd: 0.2, estimate: true, generations: 2 },
    { day: '2026-11-22', usd: 0.4, estimate: false, generations: 2 },
  ])
  expect(days).toHaveLength(30)
})
