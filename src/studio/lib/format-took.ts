import { formatElapsed } from './format-elapsed.ts'

/** A span in words short enough for a table: `0.8 s`, `12 s`, `3:05 min`. */
export function formatTook(ms: number): string {
  const seconds = Math.max(0, ms) / 1000
  if (seconds < 10) return `${seconds.toFixed(1)} s`
  if (seconds < 60) return `${Math.round(seconds)} s`
  return `${formatElapsed(ms)} min`
}
