import {
  cancelledCode,
  type FailureCode,
  type HeldReason,
  type Progress,
  type State,
  type Understood,
  withdrawnCode,
  type World,
} from '#contract/generation.ts'
import type { Origin } from '#contract/family.ts'
import type { Price } from '#contract/price.ts'
import { type GenerationRequest, modelOf } from '#contract/request.ts'
import type { Checkpoint } from '../checkpoint.ts'
import type { Events } from './events.ts'
import { kindOf } from './generation-kind.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow, MediaRow } from '../store/tables.ts'

export type Submission = {
  id: string
  hash: string
  request: GenerationRequest
  price: Price | null
  /** Whose words and settings it has. */
  origin?: Origin | undefined
}

export type Failure = {
  code: FailureCode | (string & {})
  reason: string
  path?: string | undefined
}

export type Journal = ReturnType<typeof createJournal>

type Parts = { store: Store; events: Events; world: World; checkpoint: Checkpoint }

type Terms = {
  setId?: string | null
  /** When the day of the budget began. */
  since?: string
  /** By what is spent already: the reason to hold it, or `null`. */
  whyHeld?: (committedUsd: number) => string | null
}

const now = () => new Date().toISOString()

const newRow = ({ id, hash, request, price }: Submission, world: World, created_at: string) => ({
  id,
  state: 'intent' as const,
  world,
  model: modelOf(request),
  kind: kindOf(request),
  request: JSON.stringify(request),
  request_hash: hash,
  created_at,
  price: price && JSON.stringify(price),
})

/**
 * The life of a submission, one function for each step. A step is on the disk before its promise
 * fulfils and before anybody hears of it; a step that does not fit the state does nothing and
 * gives `undefined`, so no life goes backwards.
 */
export function createJournal({ store: { generations }, events, world, checkpoint }: Parts) {
  const progressById = new Map<string, Progress>()

  async function step(
    id: string,
    from: readonly State[],
    state: State,
    patch: Parameters<typeof generations.move>[3] = {},
  ): Promise<GenerationRow | undefined> {
    const row = await generations.move(id, from, state, patch)
    if (row) {
      if (row.settled_at) progressById.delete(id)
      events.emit({ id, state })
    }
    return row
  }

  return {
    /**
     * Commits the intent of all that was submitted together, or holds all of it. `false`, and
     * nothing is stored, when one of the ids is taken already.
     */
    async intend(items: readonly Submission[], terms: Terms = {}): Promise<boolean> {
      await checkpoint('before_intent')
      let state: State = 'intent'
      const at = now()
      const rows = items.map((item, index) => ({ ...newRow(item, world, at), ...placeOf(index) }))
      // The gallery shows the newest first, and a set from its first item to its last.
      const added = await generations.add(
        rows.toReversed(),
        {
          since: terms.since ?? at,
          rule(committedUsd) {
            const failure_reason = terms.whyHeld?.(committedUsd) ?? null
            if (failure_reason === null) return null
            state = 'held'
            return { state, held_reason: 'over_budget', failure_reason }
          },
        },
        new Map(items.flatMap(({ id, origin }) => (origin ? [[id, origin]] : []))),
      )
      if (!added) return false
      await checkpoint('after_intent')
      for (const { id } of items) events.emit({ id, state })
      return true

      function placeOf(index: number) {
        if (!terms.setId) return {}
        return { set_id: terms.setId, set_position: index + 1, set_size: items.length }
      }
    },

    submitting: (row: GenerationRow, sent: unknown) =>
      step(row.id, ['intent', 'held'], 'submitting', {
        sent: JSON.stringify(sent),
        retry_at: null,
        held_reason: null,
        attempts: row.attempts + 1,
      }),

    queued: (id: string, upstreamId: string) =>
      step(id, ['submitting'], 'queued', {
        upstream_id: upstreamId,
        submitted_at: now(),
        failure_reason: null,
      }),

    /** The upstream surely did not take it, and may take it later. */
    held: (id: string, retryAt: Date, why: { code: HeldReason; reason: string }) =>
      step(id, ['submitting'], 'held', {
        retry_at: retryAt.toISOString(),
        held_reason: why.code,
        failure_reason: why.reason,
      }),

    /** A person sends it. */
    released: (id: string) =>
      step(id, ['held'], 'intent', { retry_at: null, held_reason: null, failure_reason: null }),

    /** A person takes it back. */
    withdrawn: (id: string, from: readonly State[] = ['held']) =>
      step(id, from, 'failed', {
        settled_at: now(),
        retry_at: null,
        failure_code: withdrawnCode,
        failure_reason: 'Taken back before it was sent, so nothing was billed.',
      }),

    /** A person stopped it, and the local engine let go of it. */
    cancelled: (id: string) =>
      step(id, ['queued', 'processing'], 'failed', {
        settled_at: now(),
        failure_code: cancelledCode,
        failure_reason: 'Cancelled before it was done. The local engine is free.',
      }),

    unknown: (id: string, reason: string) =>
      step(id, ['submitting'], 'unknown', { settled_at: now(), failure_reason: reason }),

    processing: (id: string) => step(id, ['queued'], 'processing'),

    archiving: (id: string) => step(id, ['queued', 'processing'], 'archiving'),

    failed(id: string, { code, reason, path }: Failure) {
      const from: State[] = ['intent', 'held', 'submitting', 'queued', 'processing', 'archiving']
      return step(id, from, 'failed', {
        settled_at: now(),
        retry_at: null,
        failure_code: code,
        failure_reason: reason,
        failure_path: path ?? null,
      })
    },

    async completed(id: string, outputs: readonly MediaRow[]) {
      const row = await generations.complete(id, outputs, now())
      if (!row) return undefined
      await checkpoint('archive_after_row')
      progressById.delete(id)
      events.emit({ id, state: 'completed' })
      await checkpoint('after_completed')
      return row
    },

    /** Kept in memory: the next look tells it anew. */
    progressed(id: string, state: State, progress: Progress) {
      const before = progressById.get(id)
      if (before && before.measured && before.fraction >= progress.fraction) return
      progressById.set(id, progress)
      events.emit({ id, state })
    },

    async understood(row: GenerationRow, words: Understood) {
      await generations.setUnderstood(row.id, JSON.stringify(words))
      events.emit({ id: row.id, state: row.state })
    },

    progressOf: (id: string): Progress | null => progressById.get(id) ?? null,
  }
}
