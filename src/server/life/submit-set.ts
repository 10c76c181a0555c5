import type * as z from 'zod/mini'
import type { Problem } from '#contract/problem.ts'
import type { setSubmission } from '#contract/set.ts'
import type { Accept } from './accept.ts'
import { canonicalHash } from './canonical-hash.ts'
import { examine } from './examine.ts'
import type { Submission } from './journal.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'

type SetSubmission = z.infer<typeof setSubmission>
type Items = SetSubmission['items']

export type SubmitSet = ReturnType<typeof createSubmitSet>

const itemPath = (index: number, path?: string) =>
  path === 'origin' ? `items[${index}].origin` : `items[${index}].request${path ? `.${path}` : ''}`

/** One problem of all that is wrong with the items. */
function gathered(found: readonly { problem: ProblemError; index: number }[]): ProblemError | null {
  const [first] = found
  if (!first) return null
  const violations = found.flatMap(({ problem: { code, message, terms }, index }) => {
    const own: NonNullable<Problem['violations']> = terms.violations ?? [
      { code, path: terms.path ?? '', reason: message },
    ]
    return own.map((each) => ({ ...each, path: itemPath(index, each.path) }))
  })
  const { code, message, terms } = first.problem
  return new ProblemError(code, message, { path: itemPath(first.index, terms.path), violations })
}

function refuseTwins(items: Items) {
  const ids = items.map(({ id }) => id)
  const twin = ids.findIndex((id, index) => ids.indexOf(id) !== index)
  if (twin < 0) return
  throw new ProblemError('shape', 'Each item needs an id of its own.', {
    path: `items[${twin}].id`,
  })
}

/** Takes several drafts together or none of them. The same ids and bodies are one set. */
export function createSubmitSet(store: Store, accept: Accept) {
  async function isSame(setId: string, items: Items): Promise<boolean> {
    const rows = await store.generations.ofSet(setId)
    if (!rows.length) return false
    const other = items.findIndex(({ id }, index) => rows[index]?.id !== id)
    const changed = items.findIndex(
      ({ request }, index) => rows[index]?.request_hash !== canonicalHash(request),
    )
    if (other < 0 && changed < 0 && rows.length === items.length) return true
    const path = other >= 0 ? `items[${other}].id` : changed >= 0 ? itemPath(changed) : 'items'
    const detail = 'The id of this set was used for other items: make a new one.'
    throw new ProblemError('same_id_other_body', detail, { path })
  }

  async function refuseTaken(items: Items) {
    for (const [index, { id }] of items.entries()) {
      if (!(await store.generations.find(id))) continue
      const detail = 'This id was used for another submission: make a new one.'
      throw new ProblemError('same_id_other_body', detail, { path: `items[${index}].id` })
    }
  }

  /** @throws ProblemError and then nothing is stored and nothing is sent. */
  return async ({ id: setId, items }: SetSubmission): Promise<{ isNew: boolean }> => {
    refuseTwins(items)
    if (await isSame(setId, items)) return { isNew: false }
    await refuseTaken(items)
    const examined = await Promise.all(
      items.map(({ id, request, origin }) => examine(store, id, request, origin)),
    )
    const submissions: Submission[] = []
    const refused: { problem: ProblemError; index: number }[] = []
    for (const [index, each] of examined.entries()) {
      if (each instanceof ProblemError) refused.push({ problem: each, index })
      else submissions.push(each)
    }
    const problem = gathered(refused)
    if (problem) throw problem
    const isNew = await accept(submissions, setId)
    if (!isNew && !(await isSame(setId, items))) await refuseTaken(items)
    return { isNew }
  }
}
