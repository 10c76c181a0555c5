import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createAccept } from './life/accept.ts'
import { createArchive } from './life/archive.ts'
import { type Checkpoint, passCheckpoint } from './checkpoint.ts'
import { clearTemp, openDataFolder } from './store/data-folder.ts'
import { lockData } from './store/data-lock.ts'
import type { Env } from './env.ts'
import { createEvents } from './life/events.ts'
import { createHeld } from './life/held.ts'
import { createJournal } from './life/journal.ts'
import { createLog, type Log } from './log.ts'
import { defaultPace, type Pace } from './life/pace.ts'
import { createPoller } from './life/poller.ts'
import { createRecords } from './life/records.ts'
import { openStore } from './store/open-store.ts'
import { createSubmit } from './life/submit.ts'
import { createSubmitSet } from './life/submit-set.ts'
import { createSubmitter } from './life/submitter.ts'
import type { SignalDesk } from './media/signal-desk.ts'
import type { Upstream } from './upstream/upstream.ts'

export type ServerOptions = {
  env: Env
  openUpstream: (env: Env) => Promise<Upstream>
  /** Who estimates what an edit's signals see. */
  openSignals?: () => SignalDesk
  checkpoint?: Checkpoint
  pace?: Partial<Pace>
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
  const { env, openUpstream, checkpoint = passCheckpoint } = options
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

    const { world } = upstream
    const events = createEvents()
    const closing = new AbortController()
    const journal = createJournal({ store, events, world, checkpoint })
    const archive = createArchive({ folder, upstream, checkpoint, log })
    const shared = { store, journal, upstream, pace, checkpoint, log }
    const poller = createPoller({ ...shared, archive })
    const submitter = createSubmitter({ ...shared, folder, poller })
    const accept = createAccept({ store, journal, world, onIntent: submitter.wake })
    const signals = options.openSignals?.() ?? null
    const app = createApp({
      world,
      version: readVersion(),
      host: env.host,
      password: env.password,
      store,
      folder,
      records: createRecords(store, journal),
      submit: createSubmit(store, accept),
      submitSet: createSubmitSet(store, accept),
      held: createHeld({ store, journal, submitter, world }),
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
        await store.close()
        lock.release()
      },
    }
  } catch (error) {
    for (const step of undo) await step()
    throw error
  }
}
