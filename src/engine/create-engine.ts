import { randomUUID } from 'node:crypto'
import { countFaults, type Faults } from './faults.ts'
import { createAccounts, type KeyState } from './http/accounts.ts'
import { createRoutes } from './http/create-routes.ts'
import { createFetchMedia, type FetchMedia } from './http/fetch-media.ts'
import { type AllowAddress, publicOnly } from './http/guarded-dial.ts'
import { type LedgerEntry, openLedger } from './http/ledger.ts'
import { Refusal } from './http/refusal.ts'
import { createSignedLinks } from './http/signed-links.ts'
import { createInspectClient, type Inspector } from './inspect-client.ts'
import { openEngineFolder } from './jobs/engine-folder.ts'
import { startJobQueue } from './jobs/job-queue.ts'
import { heldByJobs } from './jobs/job-media.ts'
import { openJobStore } from './jobs/job-store.ts'
import { openMediaStore } from './jobs/media-store.ts'
import type { Job } from './jobs/job.ts'
import { createRenderClient } from './render-client.ts'
import type { Renderer } from './render/renderer.ts'

export type EngineOptions = {
  /** Draws the jobs; a forked process of this engine unless told. */
  renderer?: Renderer
  /** Opens the media that come with requests; a forked process of this engine unless told. */
  inspector?: Inspector
  /** Keeps jobs and outputs over restarts. Without it they live until `close`. */
  folder?: string
  /** Of the links to outputs; 1 hour unless told. */
  linkLifetimeMs?: number
  /** Before the paths of outputs, `http://host:port`; that of each request unless told. */
  origin?: string
  /** Milliseconds since 1970. */
  clock?: () => number
  faults?: Faults
  /** Jobs rendered side by side; 1 unless told. */
  jobsAtOnce?: number
  /** Submissions a key has in 60 s, and jobs that may be unfinished at once. */
  limits?: { perMinute?: number; activeJobs?: number }
  /** Says which further addresses a `url` reference may name; public ones it always may. */
  allowAddress?: AllowAddress
  /** Keys that something is wrong with; every other that begins `luma-api-` is sound. */
  keys?: Readonly<Record<string, KeyState>>
  /** Codes of rolling rules that are refused as coming soon; none unless told. */
  comingSoon?: readonly string[]
}

export type Engine = {
  /**
   * Answers as the upstream would, under any host: `POST /v1/generations`,
   * `GET /v1/generations/{id}`, `GET /v1/files`, `GET /outputs/{id}/{name}`.
   * Rejects only when a fault plan asks for a lost connection.
   */
  fetch(request: Request): Promise<Response>
  /** Every request that it was asked, oldest first. */
  ledger(): LedgerEntry[]
  /** What is kept of a submission, its seed included; for tests. */
  jobOf(id: string): Readonly<Job> | undefined
  /**
   * Ends a job that waits or is rendered, with `failure_code` `cancelled`; the API has no way to
   * say it. Resolves to whether it ended by this.
   */
  cancel(id: string): Promise<boolean>
  /**
   * Takes away a settled job with its files, as if it had never been; the API has no way to say
   * it. What still waits to work on it fails with `output_not_found`.
   */
  forget(id: string): void
  close(): Promise<void>
}

const generous = { perMinute: 6000, activeJobs: 1000 }
const soundId = /^[\x21-\x7e]{1,200}$/

/**
 * Luma's Agents API, answered on this machine by a procedural painter (not a neural model):
 * the request is obeyed to the pixel and the frame.
 */
export function createEngine(options: EngineOptions = {}): Engine {
  const { clock = Date.now, linkLifetimeMs = 3_600_000, jobsAtOnce = 1, origin } = options
  const renderer = options.renderer ?? createRenderClient()
  const allow: AllowAddress = (address, port) =>
    publicOnly(address, port) || options.allowAddress?.(address, port) === true
  const inspector = options.inspector ?? createInspectClient()
  const faults = countFaults(options.faults)
  const folder = openEngineFolder(options.folder)
  const store = openJobStore(folder)
  const media = openMediaStore(folder, heldByJobs(store))
  const queue = startJobQueue({ store, media, folder, renderer, faults, atOnce: jobsAtOnce })
  const links = createSignedLinks({ clock, lifetimeMs: linkLifetimeMs })
  const limits = { ...generous, ...options.limits }
  const fetchAllowed = createFetchMedia({ allow })
  const fetchMedia: FetchMedia = async (order) => {
    if (faults.fetch()) throw new Refusal(503, 'Image URL ingestion unavailable')
    return fetchAllowed(order)
  }
  const accounts = createAccounts(options.keys ?? {})
  const routes = createRoutes({
    accounts,
    store,
    queue,
    folder,
    media,
    inspector,
    fetchMedia,
    links,
    faults,
    clock,
    origin,
    limits,
    comingSoon: options.comingSoon ?? [],
  })
  const ledger = openLedger()

  return {
    async fetch(request) {
      const named = request.headers.get('X-Request-Id')
      const entry = ledger.add({
        method: request.method,
        path: new URL(request.url).pathname,
        at: new Date(clock()).toISOString(),
        x_request_id: named && soundId.test(named) ? named : randomUUID(),
        status: null,
      })
      const response = await routes.fetch(request, { entry })
      entry.status = response.status
      response.headers.set('X-Request-Id', entry.x_request_id)
      response.headers.set('X-API-Version', '2026-04-01')
      return response
    },
    ledger: ledger.read,
    jobOf: store.get,
    cancel: queue.cancel,
    forget: store.remove,
    async close() {
      await queue.close()
      await inspector.close()
      folder.remove()
    },
  }
}
