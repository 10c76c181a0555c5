import { randomInt, randomUUID } from 'node:crypto'
import type { FactsOf } from '#contract/media-ref.ts'
import { modelOf } from '#contract/request.ts'
import type { Inspector } from '../inspect-client.ts'
import type { EngineFolder } from '../jobs/engine-folder.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import type { JobStore } from '../jobs/job-store.ts'
import type { Job } from '../jobs/job.ts'
import type { MediaStore } from '../jobs/media-store.ts'
import type { Accounts } from './accounts.ts'
import type { FetchMedia } from './fetch-media.ts'
import { type LedgerEntry, withoutData } from './ledger.ts'
import { createRateWindow } from './rate-window.ts'
import { type ReadBody, readBody, removeFiles } from './read-body.ts'
import { type ComingSoon, readDraft, readRequest } from './read-submission.ts'
import { Refusal } from './refusal.ts'
import { takeMedia } from './take-media.ts'

export type SubmissionParts = {
  accounts: Accounts
  store: JobStore
  queue: JobQueue
  folder: EngineFolder
  media: MediaStore
  inspector: Inspector
  fetchMedia: FetchMedia
  clock: () => number
  comingSoon: ComingSoon
  limits: { perMinute: number; activeJobs: number }
}

type Asked = {
  owner: string
  entry: LedgerEntry
  newPath: () => string
  signal: AbortSignal
}

async function* bytesOf(request: Request): AsyncGenerator<Uint8Array> {
  if (request.body) yield* request.body as unknown as AsyncIterable<Uint8Array>
}

/** Reads submissions and keeps those that may be rendered. */
export function createSubmission(parts: SubmissionParts) {
  const {
    accounts,
    store,
    queue,
    folder,
    media,
    inspector,
    clock,
    comingSoon,
    limits,
    fetchMedia,
  } = parts
  const takePlace = createRateWindow(limits.perMinute, clock)
  const entering = new Map<string, number>()

  const factsFor =
    (owner: string): FactsOf =>
    (ref) => {
      if (!('generation_id' in ref)) return undefined
      const source = store.get(ref.generation_id.toLowerCase())
      if (source?.owner !== owner || source.state !== 'completed') return null
      return source.outputs[0]?.facts ?? null
    }

  /** Counts who is still being read, so that many at once cannot pass the limit together. */
  async function asOneOfFew<T>(owner: string, work: () => Promise<T>): Promise<T> {
    const others = entering.get(owner) ?? 0
    if (queue.activeOf(owner) + others >= limits.activeJobs) {
      throw new Refusal(429, 'Too many concurrent jobs', { 'Retry-After': '60' })
    }
    entering.set(owner, others + 1)
    try {
      return await work()
    } finally {
      entering.set(owner, (entering.get(owner) ?? 1) - 1)
    }
  }

  async function accept({ json, inline }: ReadBody, asked: Asked) {
    const { owner, entry, newPath, signal } = asked
    entry.body = withoutData(json, inline)
    const factsOfGeneration = factsFor(owner)
    const draft = readDraft(json, factsOfGeneration, comingSoon)
    accounts.pay(owner)
    const headers = takePlace(owner)
    return asOneOfFew(owner, async () => {
      const taken = await takeMedia(draft, {
        media,
        inspector,
        inline,
        fetchMedia,
        newPath,
        signal,
        factsOfGeneration,
      })
      entry.media = taken.sent
      try {
        const request = readRequest(taken.draft, taken.factsOf)
        const job: Job = {
          id: randomUUID(),
          nth: store.nextNth(),
          owner,
          created_at: new Date(clock()).toISOString(),
          model: modelOf(request),
          request,
          seed: randomInt(2 ** 32),
          state: 'queued',
          frames_done: 0,
          frames: null,
          understood: null,
          outputs: [],
          failure_code: null,
          failure_reason: null,
        }
        store.add(job)
        Object.assign(entry, { generation_id: job.id, seed: job.seed })
        return { job, headers }
      } catch (error) {
        await Promise.all(taken.held.map((id) => media.release(id)))
        throw error
      }
    })
  }

  /**
   * A job that is kept and not yet in the queue, and the headers of the answer.
   *
   * @throws Refusal with the first thing that is wrong; nothing of the request is kept then.
   */
  return async function submit(request: Request, owner: string, entry: LedgerEntry) {
    const paths: string[] = []
    const newPath = () => {
      const path = folder.incoming()
      paths.push(path)
      return path
    }
    try {
      const body = await readBody(bytesOf(request), newPath)
      return await accept(body, { owner, entry, newPath, signal: request.signal })
    } finally {
      await removeFiles(paths)
    }
  }
}
