/** A part of a clip, in frames. */
export type Span = { from: number; frames: number }

/** `frames`: of the whole clip. `most`: the longest part that fits. */
export type SpanLimits = { frames: number; most: number }

const between = (value: number, low: number, high: number) =>
  Math.max(low, Math.min(high, Math.round(value)))

/** The frame after the last one. */
export const endOf = ({ from, frames }: Span) => from + frames

/** How many whole frames fit into the limit. */
export function spanLimits(frames: number, fps: number, limitS: number | undefined): SpanLimits {
  const fitting = limitS === undefined ? frames : Math.floor(limitS * fps + 1e-6)
  return { frames, most: Math.max(1, Math.min(frames, fitting)) }
}

export const firstSpan = ({ most }: SpanLimits): Span => ({ from: 0, frames: most })

/** Moves the beginning; the end stays, unless the part would become too long. */
export function withStart(span: Span, frame: number, { most }: SpanLimits): Span {
  const from = between(frame, 0, endOf(span) - 1)
  return { from, frames: Math.min(most, endOf(span) - from) }
}

/** Moves the end (the frame after the last); the beginning follows when the part gets too long. */
export function withEnd(span: Span, end: number, { frames, most }: SpanLimits): Span {
  const to = between(end, span.from + 1, frames)
  const length = Math.min(most, to - span.from)
  return { from: to - length, frames: length }
}

/** Moves the whole part, as long as it is. */
export function withPlace(span: Span, from: number, { frames }: SpanLimits): Span {
  return { ...span, from: between(from, 0, frames - span.frames) }
}

const s = (frames: number, fps: number) => `${(frames / fps).toFixed(1)} s`

/** `Trimmed to 18.0 s of 31.4 s, from 4.2 s`. */
export const trimmedWords = (span: Span, frames: number, fps: number) =>
  `Trimmed to ${s(span.frames, fps)} of ${s(frames, fps)}, from ${s(span.from, fps)}`
