import { rename, rm } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { FaultCounter } from '../faults.ts'
import { RenderFailure, toFailure } from '../render/render-failure.ts'
import type { Renderer } from '../render/renderer.ts'
import type { EngineFolder } from './engine-folder.ts'
import { jobMedia, uploadsOf } from './job-media.ts'
import type { JobStore } from './job-store.ts'
import { isSettled, type Job } from './job.ts'
import type { MediaStore } from './media-store.ts'

type Parts = {
  store: JobStore
  media: MediaStore
  folder: EngineFolder
  renderer: Renderer
  faults: FaultCounter
  atOnce: number
}

const never = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

async function meet(fault: ReturnType<FaultCounter['job']>, signal: AbortSignal) {
  if (fault === 'hang') await never(signal)
  else if (fault && 'delay_ms' in fault) await sleep(fault.delay_ms, undefined, { signal })
  else if (fault) {
    throw new RenderFailure(fault.failure_code, fault.reason ?? 'A test asked for this failure.')
  }
}

/** Renders jobs in the order of submission. What was unfinished at the last stop comes first. */
export function startJobQueue({ store, media, folder, renderer, faults, atOnce }: Parts) {
  const waiting = store.all().filter(({ state }) => state === 'queued')
  const running = new Map<Job, { stop: AbortController; ended: Promise<void> }>()
  let isClosed = false

  async function render(job: Job, signal: AbortSignal) {
    const attempt = folder.attempt(job.id)
    try {
      await meet(faults.job(), signal)
      const { id, request, seed } = job
      const { outputs } = await renderer.render(
        { id, request, seed, folder: attempt, media: jobMedia(job, store, media) },
        (progress) => Object.assign(job, progress),
        signal,
      )
      signal.throwIfAborted()
      await rename(attempt, store.outputsOf(id))
      Object.assign(job, { outputs, state: 'completed', frames_done: job.frames ?? 0 })
      store.save(job)
    } finally {
      await rm(attempt, { recursive: true, force: true })
    }
  }

  /** A settled job needs its media no more. */
  const letGo = (job: Job) => Promise.allSettled(uploadsOf(job).map((id) => media.release(id)))

  function fail(job: Job, error: unknown) {
    const { code, message } = toFailure(error)
    Object.assign(job, { state: 'failed', failure_code: code, failure_reason: message })
    store.save(job)
  }

  async function run(job: Job, signal: AbortSignal) {
    job.state = 'processing'
    try {
      await render(job, signal)
    } catch (error) {
      if (isClosed) return
      fail(job, signal.aborted ? signal.reason : error)
    } finally {
      running.delete(job)
      if (!isClosed) await letGo(job)
      startNext()
    }
  }

  function startNext() {
    if (isClosed) return
    while (running.size < atOnce) {
      const job = waiting.shift()
      if (!job) return
      const stop = new AbortController()
      running.set(job, { stop, ended: run(job, stop.signal) })
    }
  }
  startNext()

  return {
    add(job: Job) {
      waiting.push(job)
      startNext()
    },
    /** Jobs of a key that are not settled. */
    activeOf: (owner: string) =>
      [...waiting, ...running.keys()].filter((job) => job.owner === owner && !isSettled(job))
        .length,
    /** Ends a job that is not settled; resolves when nothing of it is left, `false` for any other. */
    async cancel(id: string): Promise<boolean> {
      const cancelled = new RenderFailure('cancelled', 'Cancelled.')
      const at = waiting.findIndex((job) => job.id === id)
      const [queued] = at < 0 ? [] : waiting.splice(at, 1)
      if (queued) {
        fail(queued, cancelled)
        await letGo(queued)
        return true
      }
      const [job, under] = [...running].find(([one]) => one.id === id) ?? []
      under?.stop.abort(cancelled)
      await under?.ended
      return job?.failure_code === cancelled.code
    },
    /** Stops what runs; it is still queued on disk and will be rendered after the next start. */
    async close() {
      isClosed = true
      const left = [...running.values()]
      for (const { stop } of left) stop.abort()
      await Promise.all(left.map(({ ended }) => ended))
      await renderer.close()
    },
  }
}
export type JobQueue = ReturnType<typeof startJobQueue>
