import { type FailureCode, worlds } from '#contract/generation.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { DataFolder } from '../store/data-folder.ts'
import type { Journal } from './journal.ts'
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
  pace: Pace
  checkpoint: Checkpoint
  log: Log
}

type Why = Parameters<Journal['held']>[2]

export type Submitter = ReturnType<typeof createSubmitter>

const atOnce = 4
const closeGraceMs = 10_000

const codeByStatus: Partial<Record<number, FailureCode>> = {
  402: 'budget_exhausted',
  413: 'image_too_large',
  503: 'generation_failed',
}

const lostReason = (why: string) =>
  'The answer was lost after the request had left, so it may have been accepted and billed. ' +
  `It is not sent again by itself. (${why})`

/** Sends what is due, in order, a few at once, and each of them once. */
export function createSubmitter(parts: Parts) {
  const { store, journal, upstream, poller, pace, checkpoint, log } = parts
  const world = upstream.world
  const active = new Map<string, Promise<void>>()
  let blockedUntil = 0
  let timer: NodeJS.Timeout | undefined
  let filling: Promise<void> | undefined
  let isStale = false
  const closing = new AbortController()

  async function holdBack(row: GenerationRow, why: Why, askedMs?: number) {
    const waitMs = askedMs ?? backOffMs(pace, row.attempts)
    const until = Date.now() + waitMs * (1 + Math.random() * 0.2)
    blockedUntil = Math.max(blockedUntil, until)
    await journal.held(row.id, new Date(until), why)
  }

  async function settle(row: GenerationRow, result: Submitted) {
    if (result.outcome === 'accepted') {
      const queued = await journal.queued(row.id, result.generation.id)
      await checkpoint('after_queued')
      if (queued) poller.watch(queued)
    } else if (result.outcome === 'lost') {
      await journal.unknown(row.id, lostReason(result.why))
    } else if (result.outcome === 'unreachable') {
      log.warn({ id: row.id, why: result.why }, 'the upstream cannot be reached')
      const reason = `The upstream cannot be reached. (${result.why})`
      await holdBack(row, { code: 'unreachable', reason })
    } else if (result.status === 429) {
      const why: Why = { code: 'rate_limited', reason: result.detail }
      await holdBack(row, why, result.retryAfterMs)
    } else {
      const { status, detail: reason, path } = result
      await journal.failed(row.id, {
        code: codeByStatus[status] ?? 'invalid_request',
        reason,
        path,
      })
    }
  }

  async function send(due: GenerationRow) {
    const plan = await planBody(due, { ...parts, world })
    if ('fault' in plan) {
      await journal.failed(due.id, plan.fault)
      return
    }
    const row = await journal.submitting(due, plan.body.sent)
    if (!row) return
    await checkpoint('after_submitting')
    const result = await upstream.submit(plan.body, {
      id: row.id,
      onSent: () => checkpoint('after_post_sent'),
    })
    await checkpoint('after_answer')
    await settle(row, result)
  }

  /** `false` when it was stopped by a fault of this machine, for instance a full disk. */
  async function trySend(row: GenerationRow) {
    try {
      await send(row)
    } catch (error) {
      log.error({ err: error, id: row.id }, 'a submission broke on this side')
      blockedUntil = Date.now() + backOffMs(pace, 3)
      await journal.unknown(row.id, lostReason('this server had a fault')).catch(() => undefined)
    } finally {
      active.delete(row.id)
      wake()
    }
  }

  async function fill() {
    let now = Date.now()
    while (!closing.signal.aborted && active.size < atOnce && now >= blockedUntil) {
      const rows = await store.generations.due(world, new Date(now).toISOString(), atOnce + 1)
      const row = rows.find(({ id }) => !active.has(id))
      if (!row) break
      active.set(row.id, trySend(row))
      now = Date.now()
    }
    const retryAt = await store.generations.nextRetryAt(world)
    const at = Math.max(blockedUntil, retryAt ? Date.parse(retryAt) : 0)
    clearTimeout(timer)
    // Against the moment that was looked at: what came due since then would wait for ever.
    if (at > now && !closing.signal.aborted) {
      timer = setTimeout(wake, Math.max(at - Date.now(), 0) + 1)
    }
  }

  /** Something may be due now. */
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
    /** A person does not want to wait until the upstream is asked again. */
    unblock() {
      blockedUntil = 0
    },
    /** What no process can still be waiting for: its answer is lost. */
    async recover() {
      for (const each of worlds) {
        for (const row of await store.generations.inStates(['submitting'], each)) {
          await journal.unknown(row.id, lostReason('the server was stopped'))
        }
      }
      wake()
    },
    /** Waits a little for answers under way. */
    async close() {
      closing.abort()
      clearTimeout(timer)
      const grace = new Promise((resolve) => setTimeout(resolve, closeGraceMs).unref())
      await filling
      await Promise.race([Promise.allSettled(active.values()), grace])
    },
  }
}
