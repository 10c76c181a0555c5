import type { ApiError } from '../../api/api-error.ts'
import type { Submission } from '../../api/create-generation.ts'
import type { Composition } from './composition.ts'
import type { Refusal } from './field-reason.ts'

/**
 * What goes in one press, under ids made once. `id` is the set's; one alone goes under its own.
 * `from`: what it was made from, as it stood then.
 */
export type Batch = { id: string; items: readonly Submission[]; from: Composition | null }

const place = /^items\[(\d+)\]\.request\.?/

type Told = { path: string; reason: string; numbers: number[] }

/** Reasons of several items for the same field and in the same words are one. */
function gathered(violations: readonly { path: string; reason: string }[]): Told[] {
  const told = new Map<string, Told>()
  for (const { path: full, reason } of violations) {
    const number = Number(place.exec(full)?.[1] ?? Number.NaN) + 1
    const path = full.replace(place, '')
    const key = `${path}\n${reason}`
    const known = told.get(key) ?? { path, reason, numbers: [] }
    if (!Number.isNaN(number)) known.numbers.push(number)
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
  return gathered(violations).map((told) => ({
    path: told.path,
    reason: words(told, batch.items.length),
    sent,
  }))
}
