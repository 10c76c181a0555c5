import type { Draft } from './draft.ts'
import type { FactsOf } from './media-ref.ts'

/**
 * `hard` refuses. `rolling` is what Luma calls "not yet": the form warns, the request may go.
 * `advice` only warns.
 */
type Firmness = 'hard' | 'rolling' | 'advice'

/** One place where a draft breaks a rule. `path` is dotted with `[n]`, in our own words. */
export type Breach = { path: string; reason: string; detail?: string }

export type Rule = {
  /** Stable: tests, translations and links may name it. */
  code: string
  firmness: Firmness
  /** HTTP status with which the upstream refuses it. */
  status: 400 | 404 | 413 | 422
  check: (draft: Draft, factsOf: FactsOf) => Breach[]
}

/** A breach with the rule that it breaks; `detail` is the upstream's own sentence. */
export type Violation = Required<Breach> & Pick<Rule, 'code' | 'firmness' | 'status'>

type Terms = Partial<Pick<Rule, 'firmness' | 'status'>>

/** A rule that looks for any number of breaches. */
export function rule(code: string, check: Rule['check'], terms: Terms = {}): Rule {
  return { code, check, firmness: 'hard', status: 422, ...terms }
}

/** A rule with one place and one sentence. */
export function ruleAt(
  code: string,
  path: string,
  reason: string,
  isBroken: (draft: Draft, factsOf: FactsOf) => boolean,
  terms: Terms & { detail?: string } = {},
): Rule {
  const { detail, ...rest } = terms
  const breach: Breach = { path, reason, ...(detail ? { detail } : {}) }
  return rule(code, (draft, factsOf) => (isBroken(draft, factsOf) ? [breach] : []), rest)
}

/** Every breach of `rules` in `draft`, in the order of the list. */
export function breachesOf(rules: readonly Rule[], draft: Draft, factsOf: FactsOf): Violation[] {
  return rules.flatMap(({ code, firmness, status, check }) =>
    check(draft, factsOf).map((breach) => ({
      code,
      firmness,
      status,
      detail: `${breach.path}: ${breach.reason}`,
      ...breach,
    })),
  )
}
