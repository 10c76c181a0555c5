import type { Draft } from '#contract/draft.ts'
import { check, refuses } from '#contract/rules.ts'
import { valueAt } from './setting.ts'

export type FieldReason = { path: string; tone: 'bad' | 'warn'; text: string }

/** What the server or the upstream said of a field of a draft that was sent. */
export type Refusal = { path: string; reason: string; sent: Draft }

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

/** A refusal speaks until the field it names is another. */
const stands = (draft: Draft) => (refusal: Refusal) =>
  isSame(valueAt(draft, refusal.path), valueAt(refusal.sent, refusal.path))

/**
 * One reason per field: rules first, then what came back. An empty prompt is no fault before the
 * first try.
 */
export function fieldReasons(draft: Draft, refusals: readonly Refusal[], hasTried: boolean) {
  const found: FieldReason[] = [
    ...check(draft)
      .filter(({ code }) => hasTried || code !== 'prompt_missing')
      .map((violation) => ({
        path: violation.path,
        tone: refuses(violation) ? ('bad' as const) : ('warn' as const),
        text: violation.reason,
      })),
    ...refusals
      .filter(stands(draft))
      .map(({ path, reason }) => ({ path, tone: 'bad' as const, text: reason })),
  ]
  return [...new Map(found.toReversed().map((reason) => [reason.path, reason])).values()]
}
