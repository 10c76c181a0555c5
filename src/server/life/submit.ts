import type { Violation } from '#contract/rule.ts'
import { draft } from '#contract/draft.ts'
import { priceOf } from '#contract/price.ts'
import { refsOf } from '#contract/refs-of.ts'
import { checkRequest, refuses } from '#contract/rules.ts'
import { canonicalHash } from './canonical-hash.ts'
import type { Journal } from './journal.ts'
import { loadFacts } from '../media/known-media.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'

function refusal(violations: Violation[]): ProblemError {
  const hard = violations.filter(refuses)
  const [first] = hard
  return new ProblemError(first?.code === 'shape' ? 'shape' : 'rule', first?.reason ?? '', {
    ...(first?.path && { path: first.path }),
    violations: hard.map(({ code, path, reason }) => ({ code, path, reason })),
  })
}

function refuseInlineData(body: unknown) {
  const shaped = draft.safeParse(body)
  const inline = shaped.success && refsOf(shaped.data).find(({ ref }) => 'data' in ref)
  if (!inline) return
  const detail = 'Send the file to /api/uploads first and name its upload_id here.'
  throw new ProblemError('inline_data', detail, { path: inline.path })
}

/** Takes a draft under an id of the person's making. The same id and body is one submission. */
export function createSubmit(store: Store, journal: Pick<Journal, 'intend'>, onIntent: () => void) {
  async function isSame(id: string, hash: string): Promise<boolean | null> {
    const row = await store.generations.find(id)
    if (!row) return null
    if (row.request_hash === hash) return true
    const detail = 'This Idempotency-Key was used for another request: make a new one.'
    throw new ProblemError('same_id_other_body', detail, { path: 'Idempotency-Key' })
  }

  /** @throws ProblemError and then nothing is stored and nothing is sent. */
  return async (id: string, body: unknown): Promise<{ isNew: boolean }> => {
    const hash = canonicalHash(body)
    if (await isSame(id, hash)) return { isNew: false }
    refuseInlineData(body)
    const factsOf = await loadFacts(store, body)
    const checked = checkRequest(body, factsOf)
    if (checked.request === null) throw refusal(checked.violations)
    const { request } = checked
    const isNew = await journal.intend({ id, hash, request, price: priceOf(request, factsOf) })
    if (isNew) onIntent()
    else await isSame(id, hash)
    return { isNew }
  }
}
