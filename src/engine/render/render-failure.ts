import type { FailureCode } from '#contract/generation.ts'
import { MediaFault } from '../media/media-fault.ts'

/** A render that ends in a failure of a known kind; any other error is `generation_failed`. */
export class RenderFailure extends Error {
  readonly code: FailureCode | (string & {})

  constructor(code: RenderFailure['code'], reason: string, options?: ErrorOptions) {
    super(reason, options)
    this.code = code
  }
}

const codeOf = {
  unsupported: 'unsupported_format',
  corrupt: 'corrupt_input',
  too_large: 'image_too_large',
} as const

/** The failure of a job that some error means; media turn out to be broken only while they are read. */
export function toFailure(error: unknown): RenderFailure {
  if (error instanceof RenderFailure) return error
  const reason = error instanceof Error ? error.message : String(error)
  if (!(error instanceof MediaFault)) return new RenderFailure('generation_failed', reason)
  const words = `A picture or clip of this request cannot be used: ${reason}.`
  return new RenderFailure(codeOf[error.kind], words, { cause: error })
}
