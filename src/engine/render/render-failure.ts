import type { FailureCode } from '#contract/generation.ts'

/** A render that ends in a failure of a known kind; any other error is `generation_failed`. */
export class RenderFailure extends Error {
  readonly code: FailureCode | (string & {})

  constructor(code: RenderFailure['code'], reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.code = code
  }
}
