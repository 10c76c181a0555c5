import { csvLine } from '../http/csv-line.ts'
import { tellableJson } from './inside/told.ts'
import type { ManifestEntry } from './manifest-entry.ts'

const columns: Record<string, (entry: ManifestEntry) => unknown> = {
  id: ({ id }) => id,
  upstream_id: ({ upstream_id }) => upstream_id,
  state: ({ state }) => state,
  failure_code: ({ failure_code }) => failure_code,
  world: ({ world }) => world,
  type: ({ type }) => type,
  model: ({ model }) => model,
  prompt: ({ request }) => request.prompt,
  created_at: ({ created_at }) => created_at,
  submitted_at: ({ submitted_at }) => submitted_at,
  settled_at: ({ settled_at }) => settled_at,
  price_usd: ({ price }) => price?.usd,
  price_is_estimate: ({ price }) => price?.estimate,
  favourite: ({ marks }) => marks.favourite,
  stars: ({ marks }) => marks.stars,
  review: ({ marks }) => marks.review,
  tags: ({ marks }) => marks.tags.join('; '),
  note: ({ marks }) => marks.note,
  boards: ({ boards }) => boards.join('; '),
  parents: ({ parents }) => parents.join('; '),
  files: ({ files }) => files.flatMap(({ name }) => name ?? []).join('; '),
  sha256: ({ files }) => files.map(({ sha256 }) => sha256).join('; '),
  request: ({ request }) => tellableJson(request),
}

/** With the mark by which spreadsheets know UTF-8. */
export const manifestHead = `\ufeff${csvLine(Object.keys(columns))}`

/** A line of CSV (RFC 4180). */
export const manifestRow = (entry: ManifestEntry): string =>
  csvLine(Object.values(columns).map((valueOf) => valueOf(entry)))
