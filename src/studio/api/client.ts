import type * as z from 'zod/mini'
import { noAnswer, readAnswer, refusal } from './read-answer.ts'

type Ask = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  body?: unknown
  id?: string
  signal?: AbortSignal
}

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
  return readAnswer(response.status, answer, schema)
}

/** The bytes behind a path of this server. */
export async function askBytes(path: string): Promise<Blob> {
  const response = await send(path, {})
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
