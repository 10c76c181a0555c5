import type { Origin } from '#contract/family.ts'
import type { Accept } from './accept.ts'
import { canonicalHash } from './canonical-hash.ts'
import { examine } from './examine.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'

export type Submit = ReturnType<typeof createSubmit>

/** Takes a draft under an id of the person's making. The same id and body is one submission. */
export function createSubmit(store: Store, accept: Accept) {
  async function isSame(id: string, hash: string): Promise<boolean | null> {
    const row = await store.generations.find(id)
    if (!row) return null
    if (row.erased_at !== null) {
      const detail = 'This generation was erased: make a new Idempotency-Key.'
      throw new ProblemError('same_id_other_body', detail, { path: 'Idempotency-Key' })
    }
    if (row.request_hash === hash) return true
    const detail = 'This Idempotency-Key was used for another request: make a new one.'
    throw new ProblemError('same_id_other_body', detail, { path: 'Idempotency-Key' })
  }

  /** @throws ProblemError and then nothing is stored and nothing is sent. */
  return async (id: string, body: unknown, origin?: Origin): Promise<{ isNew: boolean }> => {
    const hash = canonicalHash(body)
    if (await isSame(id, hash)) return { isNew: false }
    const submission = await examine(store, id, body, origin)
    if (submission instanceof ProblemError) throw submission
    const isNew = await accept([submission])
    if (!isNew) await isSame(id, hash)
    return { isNew }
  }
}
