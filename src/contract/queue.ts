import * as z from 'zod/mini'
import { generation } from './generation.ts'

const instant = z.iso.datetime()

/** What the upstream said of its limits, as last seen; `null` where it has not said. */
const limits = z.object({
  per_minute: z.nullable(
    z.object({ limit: z.int(), remaining: z.int(), resets_at: instant, seen_at: instant }),
  ),
  /** How many jobs it takes at once, learnt from its refusals. */
  at_once: z.nullable(z.object({ limit: z.int(), seen_at: instant })),
  active: z.int(),
  /** Until then nothing is sent, and why. */
  waits_until: z.nullable(instant),
  waits_for: z.nullable(z.string()),
})

/**
 * `GET /api/queue`: everything that is not over yet in the order in which it goes, and lost answers
 * that nobody has decided about.
 */
export const queue = z.object({
  /** Nothing is sent until a person sends on. */
  paused: z.boolean(),
  limits,
  data: z.array(generation),
  /** There are more than are told. */
  more: z.int(),
})
export type Queue = z.infer<typeof queue>

/** Body of `POST /api/queue/order`: what has not been sent, in the wanted order. */
export const queueOrder = z.strictObject({
  ids: z.array(z.uuid()).check(z.minLength(1), z.maxLength(1000)),
})
