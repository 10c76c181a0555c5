import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createCatalogue } from './catalogue/catalogue.ts'
import { createAccept } from './life/accept.ts'
import { createCancel } from './life/cancel.ts'
import { type Clock, realClock } from './life/clock.ts'
import { createArchive } from './life/archive.ts'
import { type Checkpoint, passCheckpoint } from './checkpoint.ts'
import { clearTemp, openDataFolder } from './store/data-folder.ts'
import { lockData } from './store/data-lock.ts'
import type { Env } from './env.ts'
import { createEvents } from './life/events.ts'
import { isSettled } from '#contract/generation.ts'
import { createHeld } from './life/held.ts'
import { createLimits } from './life/limits.ts'
import { createJournal } from './life/journal.ts'
import { createLog, type Log } from './log.ts'
import { defaultPace, type Pace } from './life/pace.ts'
import { createPoller } from './life/poller.ts'
import { createQueue } from './life/queue.ts'
import { createRecords } from './life/records.ts'
import { openStore } from './store/open-store.ts'
import { createSubmit } from './life/submit.ts'
import { createSubmitSet } from './life/submit-set.ts'
import { createSubmitter } from './life/submitter.ts'
import { removeErased } from './media/remove-erased.ts'
import type { SignalDesk } from './media/signal-desk.ts'
import type { Upstream } from './upstream/upstream.ts'

export type ServerOptions = {
  env: Env
  openUpstream: (env: Env) => Promise<Upstream>
  /** Who estimates what an edit's signals see. */
  openSignals?: () => SignalDesk
  checkpoint?: Checkpoint
  pace?: Partial<Pace>
  /** By which the queue waits. */
  clock?: Clock
  log?: Log
  /** The built studio. */
  pageDir?: string
}

export type AssembledServer = {
  app: Hono
  /** Takes up what was in flight when the server last ended. */
  resume(): Promise<void>
  /** Ends the event streams, so that no connection stays open for them. */
  endStreams(): void
  close(): Promise<void>
}

const fromRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url))
const readVersion = () =>
  (JSON.parse(readFileSync(fromRoot('package.json'), 'utf8')) as { version: string }).version

/** Everything but the port. @throws DataLockedError, NewerSchemaError */
export async function assembleServer(options: ServerOptions): Promise<AssembledServer> {
  const { env, openUpstream, checkpoint = passCheckpoint, clock = realClock } = options
  const log = options.log ?? createLog({ key: env.key })
  const pace = { ...defaultPace, ...options.pace }
  const folder = await openDataFolder(env.data)
  const lock = lockData(folder.lock, folder.root)
  const undo: (() => unknown)[] = [() => lock.release()]
  try {
    await clearTemp(folder)
    const store = openStore(folder.database)
    undo.unshift(() => store.close())
    const upstream = await openUpstream(env)
    undo.unshift(() => upstream.close())
    const sweep = () =>
      removeErased({ store, folder, upstream }).catch((error) =>
        log.warn({ err: error }, 'files of what was erased could not be removed yet'),
      )
    await sweep()

    const { world } = upstream
    const events = createEvents()
    const catalogue = createCatalogue({ store, events })
    undo.unshift(() => catalogue.close())
    const closing = new AbortController()
    const journal = createJournal({ store, events, world, checkpoint })
    const archive = createArchive({ folder, upstream, checkpoint, log })
    const shared = { store, journal, upstream, pace, checkpoint, log }
    const poller = createPoller({ ...shared, archive })
    const limits = createLimits(clock.now)
    const submitter = createSubmitter({ ...shared, folder, poller, limits, clock })
    events.listen(({ state }) => {
      if (state === 'archiving' || isSettled(state)) submitter.wake()
    })
    const accept = createAccept({ store, journal, world, onIntent: submitter.wake })
    const signals = options.openSignals?.() ?? null
    const records = createRecords(store, journal)
    const app = createApp({
      world,
      version: readVersion(),
      host: env.host,
      password: env.password,
      store,
      folder,
      records,
      catalogue,
      sweep,
      submit: createSubmit(store, accept),
      submitSet: createSubmitSet(store, accept),
      held: createHeld({ store, journal, submitter, limits, world }),
      cancel: createCancel({ store, journal, upstream }),
      queue: createQueue({ store, events, records, submitter, limits, world }),
      events,
      closing: closing.signal,
      signals,
      pageDir: options.pageDir ?? fromRoot('dist/studio'),
      log,
    })
    return {
      app,
      async resume() {
        await submitter.recover()
        await poller.resume()
      },
      endStreams: () => closing.abort(),
      async close() {
        closing.abort()
        await submitter.close()
        poller.stop()
        await upstream.close()
        await signals?.close()
        await poller.idle()
        await catalogue.close()
        await store.close()
        lock.release()
      },
    }
  } catch (error) {
    for (const step of undo) await step()
    throw error
  }
}
