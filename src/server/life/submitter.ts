import { type FailureCode, worlds } from '#contract/generation.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { Clock } from './clock.ts'
import type { DataFolder } from '../store/data-folder.ts'
import type { Journal } from './journal.ts'
import type { Limits } from './limits.ts'
import type { Log } from '../log.ts'
import { backOffMs, type Pace } from './pace.ts'
import { planBody } from '../upstream/plan-body.ts'
import type { Poller } from './poller.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'
import type { Submitted, Upstream } from '../upstream/upstream.ts'

type Parts = {
  store: Store
  journal: Journal
  upstream: Upstream
  folder: DataFolder
  poller: Pick<Poller, 'watch'>
  limits: Limits
  pace: Pace
  clock: Clock
  checkpoint: Checkpoint
  log: Log
}

type Why = Parameters<Journal['held']>[2]

export type Submitter = ReturnType<typeof createSubmitter>

const closeGraceMs = 10_000

const codeByStatus: Partial<Record<number, FailureCode>> = {
  402: 'budget_exhausted',
  413: 'image_too_large',
  503: 'generation_failed',
}

const lostReason = (why: string) =>
  'The answer was lost after the request had left, so it may have been accepted and billed. ' +
  `It is not sent again by itself. (${why})`

const spread = (ms: number) => ms * (1 + Math.random() * 0.2)

/** Sends what waits, one at a time, in order, and each of them once. */
export function createSubmitter(parts: Parts) {
  const { store, journal, upstream, poller, limits, pace, clock, checkpoint, log } = parts
  const world = upstream.world
  /** What was held since the start: the limits know better than its row how long it waits. */
  const heldHere = new Set<string>()
  const closing = new AbortController()
  let isPaused = false
  let stopWaiting: (() => void) | undefined
  let filling: Promise<void> | undefined
  let isStale = false

  async function holdBack(row: GenerationRow, until: number, why: Why) {
    heldHere.add(row.id)
    await journal.held(row.id, new Date(until), why)
  }

  async function settle(row: GenerationRow, result: Submitted, active: number) {
    if (result.outcome === 'accepted') {
      limits.accepted(active + 1, result.rate)
      const queued = await journal.queued(row.id, result.generation.id)
      await checkpoint('after_queued')
      if (queued) poller.watch(queued)
    } else if (result.outcome === 'lost') {
      limits.told()
      await journal.unknown(row.id, lostReason(result.why))
    } else if (result.outcome === 'unreachable') {
      log.warn({ id: row.id, why: result.why }, 'the upstream cannot be reached')
      const reason = `The upstream cannot be reached. (${result.why})`
      const until = limits.wait(spread(backOffMs(pace, row.attempts)), reason)
      await holdBack(row, until, { code: 'unreachable', reason })
    } else if (result.status === 429) {
      const waitMs = result.retryAfterMs ?? spread(backOffMs(pace, row.attempts))
      const until = limits.refused({ ...result, waitMs, active })
      await holdBack(row, until, { code: 'rate_limited', reason: result.detail })
    } else {
      limits.told(result.rate)
      const { status, detail: reason, path } = result
      await journal.failed(row.id, {
        code: codeByStatus[status] ?? 'invalid_request',
        reason,
        path,
      })
    }
  }

  async function send(due: GenerationRow, active: number) {
    const plan = await planBody(due, { ...parts, world })
    if ('fault' in plan) {
      await journal.failed(due.id, plan.fault)
      return
    }
    if (isPaused) return
    const row = await journal.submitting(due, plan.body.sent)
    if (!row) return
    heldHere.delete(row.id)
    await checkpoint('after_submitting')
    const result = await upstream.submit(plan.body, {
      id: row.id,
      onSent: () => checkpoint('after_post_sent'),
    })
    await checkpoint('after_answer')
    await settle(row, result, active)
  }

  async function trySend(row: GenerationRow, active: number) {
    try {
      await send(row, active)
    } catch (error) {
      log.error({ err: error, id: row.id }, 'a submission broke on this side')
      limits.wait(backOffMs(pace, 3), 'This server had a fault, and tries again soon.')
      await journal.unknown(row.id, lostReason('this server had a fault')).catch(() => undefined)
    }
  }

  const ownWait = ({ id, retry_at }: GenerationRow) =>
    retry_at === null || heldHere.has(id) ? 0 : Date.parse(retry_at)

  const maySend = () => !closing.signal.aborted && !isPaused

  async function fill() {
    stopWaiting?.()
    while (maySend()) {
      const row = await store.queue.next(world)
      if (!row) return
      const active = await store.queue.underWay(world)
      const at = Math.max(limits.gate(active)?.at ?? 0, ownWait(row))
      if (at > clock.now()) {
        if (!closing.signal.aborted) stopWaiting = clock.after(at - clock.now() + 1, wake)
        return
      }
      await trySend(row, active)
    }
  }

  /** Something may go now. */
  function wake() {
    isStale = true
    filling ??= (async () => {
      try {
        while (isStale && !closing.signal.aborted) {
          isStale = false
          await fill()
        }
      } catch (error) {
        log.error({ err: error }, 'the queue could not be read')
      } finally {
        filling = undefined
      }
    })()
  }

  return {
    wake,
    /** What is being sent at this moment goes on. */
    setPaused(next: boolean) {
      isPaused = next
      if (!isPaused) wake()
    },
    isPaused: () => isPaused,
    /** What no process can still be waiting for: its answer is lost. */
    async recover() {
      for (const each of worlds) {
        for (const row of await store.generations.inStates(['submitting'], each)) {
          await journal.unknown(row.id, lostReason('the server was stopped'))
        }
      }
      isPaused = await store.settings.isPaused()
      wake()
    },
    /** Waits a little for an answer under way. */
    async close() {
      closing.abort()
      stopWaiting?.()
      let timer: NodeJS.Timeout | undefined
      const grace = new Promise((resolve) => {
        timer = setTimeout(resolve, closeGraceMs)
      })
      await Promise.race([filling, grace])
      clearTimeout(timer)
    },
  }
}
