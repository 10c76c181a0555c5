import type { Queue } from '#contract/queue.ts'

/** A queue of which the upstream has not said its limits; another part makes it another. */
export const queueFixture = (part: Partial<Queue> = {}): Queue => ({
  paused: false,
  limits: { per_minute: null, at_once: null, active: 0, waits_until: null, waits_for: null },
  data: [],
  more: 0,
  ...part,
})
