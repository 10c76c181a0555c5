import { HTTPException } from 'hono/http-exception'
import type { Problem, ProblemCode } from '#contract/problem.ts'
import { ProblemError } from '../problem-error.ts'

const titles: Record<ProblemCode, string> = {
  not_json: 'The body is not JSON',
  shape: 'A field is not of the right kind',
  rule: 'The request breaks a rule',
  inline_data: 'Media go up first',
  id_missing: 'The request has no id',
  same_id_other_body: 'This id was used for another request',
  not_cancellable: 'Cannot be cancelled',
  not_confirmed: 'Not confirmed',
  not_settled: 'Not over yet',
  not_held: 'This is not held',
  other_world: 'This is for the other upstream',
  name_taken: 'This name is taken',
  too_many: 'There are too many',
  not_found: 'Not found',
  forbidden: 'Not from here',
  password_needed: 'A password is needed',
  media_type: 'This kind of content is not taken',
  too_large: 'Too large',
  media_broken: 'The file cannot be read',
  range: 'There is nothing in this range',
  disk_full: 'The disk is full',
  internal: 'Something broke in the server',
}

const fullDisk = new Set(['ENOSPC', 'EDQUOT', 'SQLITE_FULL'])

function toProblemError(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof HTTPException && error.status === 401) {
    return new ProblemError('password_needed', 'Give the password of this studio.')
  }
  if (fullDisk.has(String((error as { code?: unknown } | null)?.code))) {
    return new ProblemError('disk_full', 'There is no room left in the data folder.')
  }
  return new ProblemError('internal', 'The server could not do this. Its log says why.')
}

/** Anything thrown, as problem details (RFC 9457). What is not ours is hidden as `internal`. */
export function answerProblem(thrown: unknown): { response: Response; problem: Problem } {
  const { code, status, message, terms } = toProblemError(thrown)
  const problem: Problem = {
    type: `/problems/${code}`,
    title: titles[code],
    status,
    code,
    detail: message,
    ...terms,
  }
  const headers: Record<string, string> = { 'content-type': 'application/problem+json' }
  if (code === 'password_needed') headers['www-authenticate'] = 'Basic realm="Dailies"'
  return { response: new Response(JSON.stringify(problem), { status, headers }), problem }
}
