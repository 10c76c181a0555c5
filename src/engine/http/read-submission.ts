import type { Draft } from '#contract/draft.ts'
import type { FactsOf } from '#contract/media-ref.ts'
import type { GenerationRequest } from '#contract/request.ts'
import type { Violation } from '#contract/rule.ts'
import { check, checkRequest, refuses } from '#contract/rules.ts'
import { decodeRequest } from '#contract/wire-decode.ts'
import { toWirePath } from '#contract/wire-path.ts'
import { Refusal } from './refusal.ts'

/** Codes of rolling rules that are answered as if they were hard. */
export type ComingSoon = readonly string[]

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

function refuseBreaches(violations: readonly Violation[], comingSoon: ComingSoon) {
  const told = violations.filter((one) => refuses(one) || comingSoon.includes(one.code))
  if (told.length) refuse(told)
}

/**
 * The upstream's JSON as a request that breaks no rule that can be told before its media are there.
 *
 * @throws Refusal with the first thing that is wrong.
 */
export function readDraft(body: unknown, factsOf: FactsOf, comingSoon: ComingSoon) {
  const decoded = decodeRequest(body)
  if ('refusals' in decoded) refuse(decoded.refusals)
  refuseBreaches(check(decoded.draft, factsOf), comingSoon)
  return decoded.draft as GenerationRequest
}

/**
 * A draft whose media are known as a request that can be rendered.
 *
 * @throws Refusal with the first thing that is wrong.
 */
export function readRequest(draft: Draft, factsOf: FactsOf): GenerationRequest {
  const checked = checkRequest(draft, factsOf)
  if (!checked.request) refuse(checked.violations.filter(refuses))
  return checked.request
}
