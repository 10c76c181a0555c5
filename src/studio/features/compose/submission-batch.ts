import type { ApiError } from '../../api/api-error.ts'
import type { Submission } from '../../api/create-generation.ts'
import { newId } from '../../lib/new-id.ts'
import type { Composition } from './composition.ts'
import type { Refusal } from './field-reason.ts'
import type { Expansion } from './plan/expand-plan.ts'

/** What goes in one press, under ids made once. `id` is the set's; one alone goes under its own. */
export type Batch = {
  id: string
  items: readonly Submission[]
  /** What it was made from, as it stood then; `null` after a reload. */
  from: Composition | null
  /** Under which number each item stood in the list of all that come of it. */
  numbers: readonly number[]
}

/** What of a plan can be sent, under new ids. */
export function batchOf({ items }: Expansion, from: Composition): Batch {
  const going = items.flatMap(({ request }, index) =>
    request ? [{ request, number: index + 1 }] : [],
  )
  return {
    id: newId(),
    items: going.map(({ request }) => ({
      id: newId(),
      request,
      ...(from.origin && { origin: from.origin }),
    })),
    from,
    numbers: going.map(({ number }) => number),
  }
}

const place = /^items\[(\d+)\]\.request\.?/

type Told = { path: string; reason: string; numbers: number[] }

/** Reasons of several items for the same field and in the same words are one. */
function gathered(
  violations: readonly { path: string; reason: string }[],
  { numbers }: Batch,
): Told[] {
  const told = new Map<string, Told>()
  for (const { path: full, reason } of violations) {
    const index = place.exec(full)?.[1]
    const path = full.replace(place, '')
    const key = `${path}\n${reason}`
    const known = told.get(key) ?? { path, reason, numbers: [] }
    if (index !== undefined) known.numbers.push(numbers[Number(index)] ?? Number(index) + 1)
    told.set(key, known)
  }
  return [...told.values()]
}

const words = ({ reason, numbers }: Told, size: number) =>
  size > 1 && numbers.length > 0 && numbers.length < size
    ? `${numbers.length === 1 ? 'Number' : 'Numbers'} ${numbers.join(', ')}: ${reason}`
    : reason

/** What the server refused, at the fields of the draft that the batch was made from. */
export function refusalsOfBatch(error: ApiError | null, batch: Batch | undefined): Refusal[] {
  const sent = batch?.from?.draft ?? batch?.items[0]?.request
  if (!error || !batch || !sent) return []
  const violations = error.violations.length
    ? error.violations
    : error.path === undefined
      ? []
      : [{ path: error.path, reason: error.detail }]
  return gathered(violations, batch).map((told) => ({
    path: told.path,
    reason: words(told, batch.items.length),
    sent,
  }))
}
