import type { Inline } from './read-body.ts'
import type { Sent } from './take-media.ts'

/** One request that the engine was asked; for tests, and to see what a client really does. */
export type LedgerEntry = {
  method: string
  path: string
  /** ISO 8601 */
  at: string
  x_request_id: string
  /** `null` while there is no answer. */
  status: number | null
  /** The answer was made and never arrived. */
  is_lost?: true
  /** Of a POST: its JSON, every `data` replaced by the number of bytes that it stood for. */
  body?: unknown
  /** Of a POST: the media that it brought along or pointed to, by field, as they really were. */
  media?: Sent[]
  /** Of a POST that was accepted. */
  generation_id?: string
  seed?: number
}

const limit = 50_000

export const withoutData = (body: unknown, inline: ReadonlyMap<string, Inline>): unknown =>
  JSON.parse(
    JSON.stringify(body, (key, value: unknown) =>
      key === 'data' && typeof value === 'string' ? (inline.get(value)?.bytes ?? 0) : value,
    ),
  )

/** The latest 50,000 requests, oldest first. */
export function openLedger() {
  const entries: LedgerEntry[] = []
  return {
    add(entry: LedgerEntry): LedgerEntry {
      if (entries.length >= limit) entries.splice(0, limit / 10)
      entries.push(entry)
      return entry
    },
    read: () => entries.map((entry) => ({ ...entry })),
  }
}
