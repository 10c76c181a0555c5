import type * as z from 'zod/mini'
import { problem } from '#contract/problem.ts'
import { ApiError } from './api-error.ts'

type Ask = { method?: 'GET' | 'POST'; body?: unknown; id?: string; signal?: AbortSignal }

/** Asks the server and reads the answer by `schema`. Throws `ApiError` and nothing else. */
export async function ask<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  { method = 'GET', body, id, signal }: Ask = {},
): Promise<z.infer<Schema>> {
  const response = await send(path, {
    method,
    ...(signal && { signal }),
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(id && { 'idempotency-key': id }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (!response.ok) throw refusal(response, answer)
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new ApiError({
    code: 'unreadable',
    status: response.status,
    detail: 'The server gave an answer that this page cannot read. Reload the page.',
    cause: parsed.error,
  })
}

async function send(path: string, init: RequestInit) {
  try {
    return await fetch(path, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw new ApiError({
      code: 'network',
      status: 0,
      detail: 'The server on this machine does not answer.',
      cause,
    })
  }
}

function refusal(response: Response, answer: unknown) {
  const { status } = response
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
