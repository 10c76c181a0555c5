import type { FailureCode, Progress, State, Understood, World } from '#contract/generation.ts'
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
}

export type Failure = {
  code: FailureCode | (string & {})
  reason: string
  path?: string | undefined
}

export type Journal = ReturnType<typeof createJournal>

type Parts = { store: Store; events: Events; world: World; checkpoint: Checkpoint }

const now = () => new Date().toISOString()

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
    /** Commits the intent. `false` when the id is taken already. */
    async intend({ id, hash, request, price }: Submission): Promise<boolean> {
      await checkpoint('before_intent')
      const added = await generations.add({
        id,
        state: 'intent',
        world,
        model: modelOf(request),
        kind: kindOf(request),
        request: JSON.stringify(request),
        request_hash: hash,
        created_at: now(),
        price: price && JSON.stringify(price),
      })
      if (!added) return false
      await checkpoint('after_intent')
      events.emit({ id, state: 'intent' })
      return true
    },

    submitting: (row: GenerationRow, sent: unknown) =>
      step(row.id, ['intent', 'held'], 'submitting', {
        sent: JSON.stringify(sent),
        retry_at: null,
        attempts: row.attempts + 1,
      }),

    queued: (id: string, upstreamId: string) =>
      step(id, ['submitting'], 'queued', {
        upstream_id: upstreamId,
        submitted_at: now(),
        failure_reason: null,
      }),

    /** The upstream surely did not take it, and may take it later. */
    held: (id: string, retryAt: Date, reason: string) =>
      step(id, ['submitting'], 'held', {
        retry_at: retryAt.toISOString(),
        failure_reason: reason,
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
