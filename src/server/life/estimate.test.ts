import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createEstimate } from './estimate.ts'
import { openStore, type Store } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'

let folder: string
let store: Store

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dailies-estimate-'))
  store = openStore(join(folder, 'dailies.sqlite'))
})
afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true })
})

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString()

async function past(id: string, seconds: number, more: object = {}) {
  const row = {
    id,
    state: 'completed' as const,
    world: 'luma' as const,
    model: 'ray-3.2' as const,
    kind: 'video ray-3.2 720p 5s',
    request: '{"type":"video","prompt":"waves"}',
    request_hash: '',
    created_at: ago(1000),
    submitted_at: ago(1000),
    settled_at: ago(1000 - seconds),
  }
  await store.generations.add([{ ...row, ...more }])
}

const running = (secondsAgo: number) =>
  ({ kind: 'video ray-3.2 720p 5s', submitted_at: ago(secondsAgo) }) as GenerationRow

describe('the estimate of a running job', () => {
  it('is the share of the median that jobs of its kind took here', async () => {
    for (const [index, seconds] of [40, 100, 60, 900, 60].entries()) {
      await past(`job ${index}`, seconds)
    }
    await past('a failed one', 1, { state: 'failed' })
    await past('another kind', 1, { kind: 'video ray-3.2 360p 5s' })
    await past('another world', 1, { world: 'local' })
    const progress = await createEstimate(store, 'luma')(running(30))
    expect(progress).toMatchObject({ measured: false })
    expect(progress?.expected_s).toBeCloseTo(60, 1)
    expect(progress?.fraction).toBeCloseTo(0.5, 1)
  })

  it('never says done', async () => {
    await past('job', 10)
    expect((await createEstimate(store, 'luma')(running(500)))?.fraction).toBe(0.95)
  })

  it('is not made up when there is no past', async () => {
    expect(await createEstimate(store, 'luma')(running(5))).toBeNull()
  })
})
