import { vi } from 'vitest'
import type { Generation } from '#contract/generation.ts'

export type NetworkAnswer = { status?: number; body: unknown } | 'no answer'
type Asked = { method: string; path: string; id: string | null; body: unknown }

/** Stands at the network's edge in place of the server. Returns what was asked, in order. */
export function fakeNetwork(answer: (asked: Asked) => NetworkAnswer): Asked[] {
  const log: Asked[] = []
  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const asked = {
      method: init.method ?? 'GET',
      path,
      id: new Headers(init.headers).get('idempotency-key'),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    }
    log.push(asked)
    const given = answer(asked)
    if (given === 'no answer') throw new TypeError('Failed to fetch')
    return new Response(JSON.stringify(given.body), { status: given.status ?? 200 })
  })
  return log
}

export const localHealth = { status: 'ok', engine: 'local', version: '0.1.0' }

export const pageOf = (...data: Generation[]) => ({ data, next_cursor: null })
