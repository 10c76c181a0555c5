import { formatTook } from './format-took.ts'

type Progress = {
  fraction: number
  measured: boolean
  frames_done?: number | undefined
  frames?: number | undefined
  expected_s?: number | undefined
}

/** An estimate never claims to have arrived. */
const estimateCeiling = 0.95

/** How far a job is, 0..1 or `null` when nobody can tell, and what that rests on. */
export function progressWords(progress: Progress | null, elapsedMs: number) {
  if (!progress) return { fraction: null, words: '' }
  const { fraction, measured, frames_done: done, frames, expected_s: expected } = progress
  if (measured) {
    const isCounted = done !== undefined && frames !== undefined && frames > 1
    return { fraction, words: isCounted ? `${done} / ${frames} frames` : '' }
  }
  if (expected === undefined) return { fraction: null, words: '' }
  const share = Math.min(estimateCeiling, Math.max(0, elapsedMs) / 1000 / expected)
  return { fraction: share, words: `about ${formatTook(expected * 1000)}, from past jobs` }
}
