import { vi } from 'vitest'
import type { Generation } from '#contract/generation.ts'
import { aspectCode, encodeWall } from '#contract/wall.ts'
import { tileOf } from './tile-of.ts'

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
    const body = given.body instanceof Uint8Array ? given.body : JSON.stringify(given.body)
    return new Response(body as BodyInit, { status: given.status ?? 200 })
  })
  return log
}

export const localHealth = { status: 'ok', engine: 'local', version: '0.1.0' }

/** `GET /api/wall` and `GET /api/tiles` for records, newest first; `null` for any other path. */
export function wallAnswer(path: string, records: readonly Generation[]): NetworkAnswer | null {
  const url = new URL(path, 'http://wall')
  if (url.pathname === '/api/wall') {
    const sections = records.length ? [{ day: '2026-11-22', count: records.length }] : []
    const seqs = Uint32Array.from(records, ({ seq }) => seq)
    const aspects = Uint16Array.from(records, ({ outputs: [first] }) =>
      first && first.medium !== 'file' ? aspectCode(first.width / first.height) : 1000,
    )
    const head = { version: records.length, total: records.length, sections, ranked: false }
    return { body: encodeWall({ ...head, seqs, aspects }) }
  }
  if (url.pathname !== '/api/tiles') return null
  const { seqs, ids } = Object.fromEntries(url.searchParams)
  const asked = (ids ?? seqs ?? '').split(',')
  const found = asked.flatMap(
    (name) => records.find(({ id, seq }) => [id, `${seq}`].includes(name)) ?? [],
  )
  return { body: { data: found.map((record) => tileOf(record)) } }
}
