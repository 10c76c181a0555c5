import { cancelledCode } from '#contract/generation.ts'
import type { Archive } from './archive.ts'
import type { Checkpoint } from '../checkpoint.ts'
import { createEstimate } from './estimate.ts'
import type { Journal } from './journal.ts'
import { createLimit } from './limit.ts'
import type { Log } from '../log.ts'
import { backOffMs, jittered, lookDelayMs, type Pace } from './pace.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow, MediaRow } from '../store/tables.ts'
import type { Upstream, UpstreamGeneration, UpstreamOutput } from '../upstream/upstream.ts'

export type Poller = ReturnType<typeof createPoller>

type Parts = {
  store: Store
  journal: Journal
  upstream: Upstream
  archive: Archive
  pace: Pace
  checkpoint: Checkpoint
  log: Log
}

type Watched = {
  row: GenerationRow
  /** In a row, of looks; and in all, of outputs. */
  failures: number
  lost: number
  /** Before outputs are tried again. */
  pauseMs: number | null
  /** Outputs that are archived already, by position. */
  kept: Map<number, MediaRow>
  timer?: NodeJS.Timeout
}

const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

/** Looks at every job that the upstream has, however many people look on. */
export function createPoller(parts: Parts) {
  const { store, journal, upstream, archive, pace, checkpoint, log } = parts
  const watches = new Map<string, Watched>()
  const inTurn = createLimit(8)
  const stop = new AbortController()
  const estimate = createEstimate(store, upstream.world)
  const running = new Set<Promise<void>>()

  function again(watched: Watched, ms: number) {
    if (stop.signal.aborted) return
    watched.timer = setTimeout(() => {
      const turn = inTurn(() => visit(watched)).finally(() => running.delete(turn))
      running.add(turn)
    }, jittered(ms))
  }

  function end(watched: Watched) {
    watches.delete(watched.row.id)
    for (const row of watched.kept.values()) archive.letGo(row)
  }

  async function visit(watched: Watched) {
    try {
      const ms = await look(watched)
      if (ms === null) end(watched)
      else again(watched, ms)
    } catch (error) {
      if (stop.signal.aborted) return
      log.error({ err: error, id: watched.row.id }, 'a look at a job broke')
      watched.failures += 1
      again(watched, backOffMs(pace, watched.failures))
    }
  }

  /** Milliseconds until the next look; `null` when there is nothing more to see. */
  async function look(watched: Watched): Promise<number | null> {
    const { id, upstream_id, submitted_at } = watched.row
    const looked = await upstream.look(upstream_id ?? '')
    if (stop.signal.aborted) return null
    if (looked.outcome === 'seen') {
      watched.failures = 0
      if (await take(watched, looked.generation)) return null
      if (watched.pauseMs !== null) return watched.pauseMs
      const ageMs = Date.now() - Date.parse(submitted_at ?? '')
      return lookDelayMs(pace, upstream.world, looked.generation.type, ageMs)
    }
    watched.failures += 1
    const wait = backOffMs(pace, watched.failures)
    if (looked.outcome === 'gone') {
      if (watched.failures <= pace.tries) return wait
      const reason = 'The upstream does not know this job any more.'
      await journal.failed(id, { code: 'output_not_found', reason })
      return null
    }
    log.info({ id, why: looked.why }, 'the upstream could not be asked')
    return Math.max(wait, looked.retryAfterMs ?? 0)
  }

  /** Writes down what the upstream says. `true` when the job has ended. */
  async function take(watched: Watched, said: UpstreamGeneration): Promise<boolean> {
    const { id } = watched.row
    const { understood } = said.local ?? {}
    if (understood && watched.row.understood === null) {
      await journal.understood(watched.row, understood)
      watched.row = { ...watched.row, understood: JSON.stringify(understood) }
    }
    if (said.state === 'failed' && said.failure_code === cancelledCode) {
      await journal.cancelled(id)
      return true
    }
    if (said.state === 'failed') {
      const code = said.failure_code ?? 'generation_failed'
      const reason = said.failure_reason ?? 'The upstream gave no reason.'
      await journal.failed(id, { code, reason })
      return true
    }
    if (said.state === 'completed') {
      await checkpoint('after_completed_seen')
      return keep(watched, said.output ?? [])
    }
    if (said.state === 'processing') {
      watched.row = (await journal.processing(id)) ?? watched.row
    } else if (said.state !== 'queued') {
      log.info({ id, state: said.state }, 'the upstream is in a state of a new name')
    }
    await tellProgress(watched.row, said)
    return false
  }

  async function tellProgress(row: GenerationRow, { local }: UpstreamGeneration) {
    const { frames_done, frames } = local ?? {}
    if (frames_done !== undefined && frames) {
      const fraction = Math.min(1, frames_done / frames)
      journal.progressed(row.id, row.state, { fraction, measured: true, frames_done, frames })
    } else if (row.state === 'processing' || row.world === 'luma') {
      const progress = await estimate(row)
      if (progress) journal.progressed(row.id, row.state, progress)
    }
  }

  async function keep(watched: Watched, outputs: readonly UpstreamOutput[]) {
    const { id } = watched.row
    watched.row = (await journal.archiving(id)) ?? watched.row
    try {
      if (!outputs.length) throw new Error('The job is done and has no output.')
      for (const [position, output] of outputs.entries()) {
        if (watched.kept.has(position)) continue
        watched.kept.set(position, await archive.keep(output, stop.signal))
      }
      const rows = outputs.map((_, position) => watched.kept.get(position) as MediaRow)
      await journal.completed(id, rows)
      return true
    } catch (error) {
      if (stop.signal.aborted) return false
      if (!fullDisk.has(String((error as { code?: string }).code))) watched.lost += 1
      watched.pauseMs = backOffMs(pace, watched.lost || Number.POSITIVE_INFINITY)
      log.warn({ err: error, id }, 'an output could not be archived')
      if (watched.lost <= pace.tries) return false
      await journal.failed(id, { code: 'output_not_found', reason: (error as Error).message })
      return true
    }
  }

  function watch(row: GenerationRow, soon = false) {
    if (watches.has(row.id)) return
    const fresh: Watched = { row, failures: 0, lost: 0, pauseMs: null, kept: new Map() }
    watches.set(row.id, fresh)
    const ageMs = Date.now() - Date.parse(row.submitted_at ?? '')
    again(fresh, soon ? 0 : lookDelayMs(pace, upstream.world, row.kind, ageMs))
  }

  return {
    watch,
    /** Picks up what was in flight when the server ended. */
    async resume() {
      const states = ['queued', 'processing', 'archiving'] as const
      for (const row of await store.generations.inStates(states, upstream.world)) watch(row, true)
    },
    /** Nothing is asked after this; call `idle` once the upstream is closed. */
    stop() {
      stop.abort()
      for (const { timer } of watches.values()) clearTimeout(timer)
    },
    async idle() {
      await Promise.allSettled(running)
    },
  }
}
