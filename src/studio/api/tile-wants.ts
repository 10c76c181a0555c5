import { tilesLimit } from '#contract/wall.ts'

/** Tiles are asked for in runs of this many places that begin where all such runs begin. */
export const chunkSize = 64

/** Chunks in one question at most. */
const mostChunks = Math.floor(tilesLimit / chunkSize)

export type Span = { from: number; to: number }

/** The places to ask for: those in sight, then the next ones in the direction of travel. */
export function wantedSpans(
  { from, to }: Span,
  total: number,
  direction: 1 | -1,
): { now: Span[]; next: Span | null } {
  if (from >= to || total === 0) return { now: [], next: null }
  const first = Math.floor(from / chunkSize)
  const last = Math.floor((Math.min(to, total) - 1) / chunkSize)
  const now: Span[] = []
  for (let chunk = first; chunk <= last; chunk += mostChunks) {
    now.push(spanOf(chunk, Math.min(last, chunk + mostChunks - 1), total))
  }
  const ahead = direction > 0 ? last + 1 : first - 1
  const isThere = ahead >= 0 && ahead * chunkSize < total
  return { now, next: isThere ? spanOf(ahead, ahead, total) : null }
}

const spanOf = (first: number, last: number, total: number): Span => ({
  from: first * chunkSize,
  to: Math.min(total, (last + 1) * chunkSize),
})

export const overlap = (a: Span, b: Span) => a.from < b.to && b.from < a.to
