import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createEngine } from '#engine/create-engine.ts'
import { createQuickRenderer } from '#engine/quick-renderer.ts'
import { passCheckpoint as checkpoint } from '../checkpoint.ts'
import { createLog } from '../log.ts'
import { openDataFolder } from '../store/data-folder.ts'
import { openStore } from '../store/open-store.ts'
import { createHandlerTransport } from '../upstream/handler-transport.ts'
import { createUpstream } from '../upstream/upstream.ts'
import { createEvents } from './events.ts'
import { realClock as clock } from './clock.ts'
import { createJournal } from './journal.ts'
import { createLimits } from './limits.ts'
import { quickPace as pace } from './quick-pace.harness.ts'
import { createSubmitter } from './submitter.ts'

const world = 'luma'

it('sends what came due while the queue was being read', { timeout: 15_000 }, async () => {
  const data = await mkdtemp(join(tmpdir(), 'dailies-submitter-'))
  const folder = await openDataFolder(data)
  const store = openStore(folder.database)
  const readNext = store.queue.next
  store.queue.next = async (of) => {
    const row = await readNext(of)
    if (row?.retry_at) await new Promise((resolve) => setTimeout(resolve, 1500))
    return row
  }
  const engine = createEngine({
    renderer: createQuickRenderer(),
    faults: { submit: { 1: { status: 429, retry_after_s: 1 } } },
  })
  const transport = createHandlerTransport(engine)
  const baseUrl = 'http://engine.internal/v1'
  const upstream = createUpstream({ world, transport, baseUrl, key: 'luma-api-test' })
  const journal = createJournal({ store, events: createEvents(), world, checkpoint })
  const log = createLog({ level: 'silent' })
  const poller = { watch: () => undefined }
  const limits = createLimits(clock.now)
  const parts = { store, journal, upstream, folder, poller, limits, pace, clock, checkpoint, log }
  const submitter = createSubmitter(parts)
  onTestFinished(async () => {
    await submitter.close()
    await upstream.close()
    await engine.close()
    await store.close()
    await rm(data, { recursive: true, force: true })
  })

  const id = randomUUID()
  const request = { type: 'image', prompt: 'A pear' } as const
  await journal.intend([{ id, hash: 'x', request, price: null }])
  submitter.wake()
  await vi.waitFor(async () => expect((await store.generations.find(id))?.state).toBe('queued'), {
    timeout: 8000,
    interval: 50,
  })
})
