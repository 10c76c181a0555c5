import type { Generation, Progress } from '#contract/generation.ts'
import type { MediaItem } from '#contract/media-item.ts'
import { marksOf, type Said } from './mark-rows.ts'
import type { GenerationRow, MediaRow } from './tables.ts'

const parse = (json: string | null) => (json === null ? null : JSON.parse(json))

function toMediaItem(row: MediaRow): MediaItem {
  const { sha256, media_type, bytes, width, height, frames, fps, duration_s, thumbhash } = row
  const stored = { sha256, media_type, bytes }
  if (row.medium === 'file' || width === null || height === null) {
    return { medium: 'file', ...stored }
  }
  const pixels = { width, height, thumbhash }
  if (row.medium === 'image') return { medium: 'image', ...stored, ...pixels }
  return {
    medium: 'video',
    ...stored,
    ...pixels,
    frames: frames ?? 0,
    fps: fps ?? 0,
    duration_s: duration_s ?? 0,
  }
}

const toSet = ({ set_id: id, set_position: position, set_size: size }: GenerationRow) =>
  id === null || position === null || size === null ? null : { id, position, size }

const toHeld = ({ state, held_reason, retry_at }: GenerationRow) =>
  state === 'held' ? { reason: held_reason ?? 'rate_limited', until: retry_at } : null

/** A row as the contract tells it, without `sent`. */
export function toRecord(
  row: GenerationRow,
  outputs: readonly MediaRow[],
  said: Said,
  progress: Progress | null,
): Generation {
  return {
    id: row.id,
    seq: row.seq,
    state: row.state,
    world: row.world,
    model: row.model,
    request: JSON.parse(row.request),
    set: toSet(row),
    held: toHeld(row),
    upstream_id: row.upstream_id,
    created_at: row.created_at,
    submitted_at: row.submitted_at,
    settled_at: row.settled_at,
    progress,
    outputs: outputs.map(toMediaItem),
    failure_code: row.failure_code,
    failure_reason: row.failure_reason,
    failure_path: row.failure_path,
    price: parse(row.price),
    understood: parse(row.understood),
    marks: marksOf(row, said.tags),
    boards: said.boards,
    trashed_at: row.trashed_at,
  }
}
