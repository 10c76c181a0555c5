import type { Problem } from '#contract/problem.ts'

/** `network`: no answer came at all, so nobody knows whether the request arrived. */
export type ApiErrorCode = Problem['code'] | 'network' | 'unreadable'

export type ApiErrorFacts = Partial<Pick<Problem, 'path' | 'violations'>> & {
  code: ApiErrorCode
  /** HTTP status, 0 without an answer. */
  status: number
  detail: string
  cause?: unknown
}

/** Everything that can go wrong between this page and its server, in one shape. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly status: number
  readonly detail: string
  readonly path: string | undefined
  readonly violations: NonNullable<Problem['violations']>

  constructor({ code, status, detail, path, violations = [], cause }: ApiErrorFacts) {
    super(detail, { cause })
    this.name = 'ApiError'
    this.code = code
    this.status = status
    this.detail = detail
    this.path = path
    this.violations = violations
  }

  /** No verdict: the same submission may be sent again under its id. */
  get isUndecided() {
    return this.status === 0 || this.status >= 500
  }
}
