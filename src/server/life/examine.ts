import { draft } from '#contract/draft.ts'
import type { Origin } from '#contract/family.ts'
import { priceOf } from '#contract/price.ts'
import { refsOf } from '#contract/refs-of.ts'
import type { Violation } from '#contract/rule.ts'
import { checkRequest, refuses } from '#contract/rules.ts'
import { canonicalHash } from './canonical-hash.ts'
import type { Submission } from './journal.ts'
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

function inlineData(body: unknown): ProblemError | null {
  const shaped = draft.safeParse(body)
  const inline = shaped.success && refsOf(shaped.data).find(({ ref }) => 'data' in ref)
  if (!inline) return null
  const detail = 'Send the file to /api/uploads first and name its upload_id here.'
  return new ProblemError('inline_data', detail, { path: inline.path })
}

/** A body as something that may be accepted, or why not. */
export async function examine(
  store: Store,
  id: string,
  body: unknown,
  said?: Origin,
): Promise<Submission | ProblemError> {
  const origin = said && { ...said, id: said.id.toLowerCase() }
  const parent = origin && (await store.generations.find(origin.id))
  if (origin && (!parent || parent.erased_at !== null)) {
    return new ProblemError('rule', 'There is no such generation to come from.', { path: 'origin' })
  }
  const inline = inlineData(body)
  if (inline) return inline
  const factsOf = await loadFacts(store, body)
  const checked = checkRequest(body, factsOf)
  if (checked.request === null) return refusal(checked.violations)
  const { request } = checked
  return { id, hash: canonicalHash(body), request, price: priceOf(request, factsOf), origin }
}
