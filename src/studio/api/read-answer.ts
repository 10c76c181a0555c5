import type * as z from 'zod/mini'
import { problem } from '#contract/problem.ts'
import { ApiError } from './api-error.ts'

/** What came back, by `schema`; a refusal is thrown as the `ApiError` that it is. */
export function readAnswer<Schema extends z.ZodMiniType>(
  status: number,
  answer: unknown,
  schema: Schema,
): z.infer<Schema> {
  if (status < 200 || status > 299) throw refusal(status, answer)
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new ApiError({
    code: 'unreadable',
    status,
    detail: 'The server gave an answer that this page cannot read. Reload the page.',
    cause: parsed.error,
  })
}

/** Nothing came back at all. */
export const noAnswer = (cause?: unknown) =>
  new ApiError({
    code: 'network',
    status: 0,
    detail: 'The server on this machine does not answer.',
    cause,
  })

/** What the server said in place of an answer. */
export function refusal(status: number, answer: unknown) {
  const parsed = problem.safeParse(answer)
  if (!parsed.success) {
    return new ApiError({ code: 'unreadable', status, detail: `The server answered ${status}.` })
  }
  const { code, detail, path, violations } = parsed.data
  return new ApiError({
    code,
    status,
    detail,
    ...(path !== undefined && { path }),
    ...(violations && { violations }),
  })
}
