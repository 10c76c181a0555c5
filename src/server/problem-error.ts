import { type Problem, type ProblemCode, problems } from '#contract/problem.ts'

type Terms = Pick<Problem, 'path' | 'violations'>

/** A refusal of this server; `app.ts` answers it as problem+json. `message` is for people. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly terms: Terms

  constructor(code: ProblemCode, detail: string, terms: Terms = {}) {
    super(detail)
    this.name = 'ProblemError'
    this.code = code
    this.terms = terms
  }

  get status() {
    return problems[this.code]
  }
}
