import type { FactsOf } from '#contract/media-ref.ts'
import type { GenerationRequest } from '#contract/request.ts'
import type { Violation } from '#contract/rule.ts'
import { checkRequest, refuses } from '#contract/rules.ts'
import { decodeRequest } from '#contract/wire-decode.ts'
import { toWirePath } from '#contract/wire-path.ts'
import { refuseWhatIsNotDrawnYet } from './not-drawn-yet.ts'
import { Refusal } from './refusal.ts'

/** The upstream names fields by its own paths, also in a sentence that begins with ours. */
function inWireWords({ path, detail }: Violation) {
  const names = path && detail.startsWith(`${path}:`)
  return names ? toWirePath(path) + detail.slice(path.length) : detail
}

function refuse(violations: readonly Violation[]): never {
  const [first] = violations
  throw first
    ? new Refusal(first.status, inWireWords(first))
    : new Refusal(422, 'The request is not valid')
}

/**
 * The upstream's JSON to a request that can be rendered.
 *
 * @throws Refusal with the first thing that is wrong.
 */
export function readSubmission(body: unknown, factsOf: FactsOf): GenerationRequest {
  const decoded = decodeRequest(body)
  if ('refusals' in decoded) refuse(decoded.refusals)
  const checked = checkRequest(decoded.draft, factsOf)
  if (!checked.request) refuse(checked.violations.filter(refuses))
  refuseWhatIsNotDrawnYet(checked.request)
  return checked.request
}
