import type { Generation } from '#contract/generation.ts'
import type { MediaItem } from '#contract/media-item.ts'
import type { Tile } from '#contract/wall.ts'

const mostLetters = 200

function stillOf(outputs: readonly MediaItem[]): Tile['still'] {
  const item = outputs.find(({ medium }) => medium !== 'file')
  if (!item || item.medium === 'file') return null
  const { sha256, medium, thumbhash, width, height } = item
  const still = { sha256, medium, thumbhash, width, height }
  if (item.medium === 'image') return still
  return { ...still, frames: item.frames, fps: item.fps, duration_s: item.duration_s }
}

/** A record as a place on the wall. How many came of it the record does not say. */
export const tileOf = (record: Generation, children = 0): Tile => ({
  seq: record.seq,
  id: record.id,
  state: record.state,
  world: record.world,
  type: record.request.type,
  words: record.request.prompt.slice(0, mostLetters),
  still: stillOf(record.outputs),
  outputs: record.outputs.length,
  set: record.set,
  failure_code: record.failure_code,
  favourite: record.marks.favourite,
  stars: record.marks.stars,
  review: record.marks.review,
  children,
  trashed: record.trashed_at !== null,
})
