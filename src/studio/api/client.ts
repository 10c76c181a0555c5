import type * as z from 'zod/mini'
import { noAnswer, readAnswer, refusal } from './read-answer.ts'

type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  id?: string
  /** Further headers. */
  said?: Record<string, string>
  signal?: AbortSignal
}

/** Asks the server and reads the answer by `schema`. Throws `ApiError` and nothing else. */
export async function ask<Schema extends z.ZodMiniType>(
  path: string,
  schema: Schema,
  { method = 'GET', body, id, said, signal }: Ask = {},
): Promise<z.infer<Schema>> {
  const response = await send(path, {
    method,
    ...(signal && { signal }),
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(id && { 'idempotency-key': id }),
      ...said,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  return readAnswer(response.status, answer, schema)
}

/** The bytes behind a path of this server. */
export async function askBytes(path: string, signal?: AbortSignal): Promise<Blob> {
  const response = await send(path, signal ? { signal } : {})
  if (response.ok) return response.blob()
  throw refusal(response.status, await response.json().catch(() => undefined))
}

async function send(path: string, init: RequestInit) {
  try {
    return await fetch(path, init)
  } catch (cause) {
    if (init.signal?.aborted) throw cause
    throw noAnswer(cause)
  }
}
