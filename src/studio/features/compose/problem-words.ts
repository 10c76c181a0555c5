import type { ApiError } from '../../api/api-error.ts'

/** What went wrong with the last submission, as far as no field says it. */
export function problemWords(error: ApiError | null, canRetry: boolean): string | null {
  if (canRetry && !error) return 'The last submission had no answer. Retry sends that same one.'
  if (error?.isUndecided) return `${error.detail} Nothing is lost: Retry sends the same one again.`
  return error && error.path === undefined && !error.violations.length ? error.detail : null
}
