import type { Draft } from '#contract/draft.ts'
import type { FactsOf } from '#contract/media-ref.ts'
import { check, refuses } from '#contract/rules.ts'
import { isSame } from '../../lib/is-same.ts'
import { type Mend, mendsOf } from './mends.ts'
import { valueAt } from './setting.ts'

export type FieldReason = {
  path: string
  tone: 'bad' | 'warn'
  text: string
  mends: readonly Mend[]
}

/** What the server or the upstream said of a field of a draft that was sent. */
export type Refusal = { path: string; reason: string; sent: Draft }

/** A refusal speaks until the field it names is another. */
const stands = (draft: Draft) => (refusal: Refusal) =>
  isSame(valueAt(draft, refusal.path), valueAt(refusal.sent, refusal.path))

/** Fields that are empty at the beginning: no fault before the first try. */
const emptyAtFirst = new Set(['prompt_missing', 'source_required'])

/** One reason per field: rules first, then what came back. */
export function fieldReasons(
  draft: Draft,
  factsOf: FactsOf,
  refusals: readonly Refusal[],
  hasTried: boolean,
) {
  const found: FieldReason[] = [
    ...check(draft, factsOf)
      .filter(({ code }) => hasTried || !emptyAtFirst.has(code))
      .map((violation) => ({
        path: violation.path,
        tone: refuses(violation) ? ('bad' as const) : ('warn' as const),
        text: violation.reason,
        mends: mendsOf(violation, draft, factsOf),
      })),
    ...refusals
      .filter(stands(draft))
      .map(({ path, reason }) => ({ path, tone: 'bad' as const, text: reason, mends: [] })),
  ]
  return [...new Map(found.toReversed().map((reason) => [reason.path, reason])).values()]
}

/** Whether a reason at `path` belongs to the control of `field`: at it, or below it. */
export const isWithin = (path: string, field: string) =>
  path === field || path.startsWith(`${field}.`) || path.startsWith(`${field}[`)
