import type * as z from 'zod/mini'
import { type Draft, draft } from './draft.ts'
import { imageRules } from './image-rules.ts'
import { type FactsOf, nothingKnown } from './media-ref.ts'
import { mediaRules } from './media-rules.ts'
import { type GenerationRequest, generationRequest } from './request.ts'
import { breachesOf, type Rule, type Violation } from './rule.ts'
import { shapeReason } from './shape-reason.ts'
import { sharedRules } from './shared-rules.ts'
import { videoEditRules } from './video-edit-rules.ts'
import { videoReframeRules } from './video-reframe-rules.ts'
import { videoRules } from './video-rules.ts'

/** Every rule of the API, in the order in which breaches are told. */
export const rules: readonly Rule[] = [
  ...sharedRules,
  ...imageRules,
  ...videoRules,
  ...videoEditRules,
  ...videoReframeRules,
  ...mediaRules,
]

/** All that is wrong with a draft, hard breaches and warnings alike. */
export const check = (value: Draft, factsOf: FactsOf = nothingKnown): Violation[] =>
  breachesOf(rules, value, factsOf)

export const refuses = (violation: Violation) => violation.firmness === 'hard'

/** Zod's path as the contract writes paths: `video.keyframes[3].frame`. */
export const dotted = (path: readonly PropertyKey[]) =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key),
    '',
  )

export type Checked =
  { request: GenerationRequest; warnings: Violation[] } | { request: null; violations: Violation[] }

/** A breach of a schema, told like the breach of a rule. */
export const shapeViolation = (issue: z.core.$ZodIssue): Violation => {
  const unknown = issue.code === 'unrecognized_keys' ? [issue.keys[0] ?? ''] : []
  const path = dotted([...issue.path, ...unknown])
  const reason = shapeReason(issue)
  const detail = path ? `${path}: ${reason}` : reason
  return { code: 'shape', firmness: 'hard', status: 422, path, reason, detail }
}

/**
 * Anything at all to a request that may be sent, or to every reason why not.
 * Never throws. A value of the wrong shape is told by code `shape`; the rules speak after that.
 */
export function checkRequest(value: unknown, factsOf: FactsOf = nothingKnown): Checked {
  const shaped = draft.safeParse(value)
  if (!shaped.success) {
    return { request: null, violations: shaped.error.issues.map(shapeViolation) }
  }
  const violations = check(shaped.data, factsOf)
  if (violations.some(refuses)) return { request: null, violations }
  return { request: generationRequest.parse(shaped.data), warnings: violations }
}
