import type { World } from '#contract/generation.ts'

/** Milliseconds between looks and tries. */
export type Pace = {
  local: number
  image: number
  videoFirst: number
  video: number
  /** First and longest wait after something went wrong; each wait is twice the one before. */
  backOff: number
  backOffCap: number
  /** How often an output that cannot be had, or a job that is not there, is tried again. */
  tries: number
}

export const defaultPace: Pace = {
  local: 400,
  image: 2000,
  videoFirst: 30_000,
  video: 5000,
  backOff: 1000,
  backOffCap: 60_000,
  tries: 12,
}

/** Spreads a wait by a fifth either way, so that many do not fall together. */
export const jittered = (ms: number) => ms * (0.8 + Math.random() * 0.4)

export const backOffMs = (pace: Pace, failures: number) =>
  Math.min(pace.backOffCap, pace.backOff * 2 ** Math.max(0, failures - 1))

/** How long to wait before the next look at a job that was submitted `ageMs` ago. */
export function lookDelayMs(pace: Pace, world: World, type: string, ageMs: number): number {
  if (world === 'local') return pace.local
  if (!type.startsWith('video')) return pace.image
  return Math.max(pace.video, pace.videoFirst - ageMs)
}
