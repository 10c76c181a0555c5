import type { Pace } from './pace.ts'

/** For tests. */
export const quickPace: Pace = {
  local: 20,
  image: 20,
  videoFirst: 20,
  video: 20,
  backOff: 10,
  backOffCap: 40,
  tries: 3,
}
