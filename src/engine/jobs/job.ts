import * as z from 'zod/mini'
import { models } from '#contract/draft.ts'
import { understood } from '#contract/generation.ts'
import { generationRequest } from '#contract/request.ts'

export const mediaFacts = z.object({
  medium: z.enum(['image', 'video']),
  bytes: z.optional(z.int()),
  width: z.optional(z.int()),
  height: z.optional(z.int()),
  frames: z.optional(z.int()),
  fps: z.optional(z.number()),
  duration_s: z.optional(z.number()),
})

/** A submission that was accepted, as it is kept in memory and, one JSON file each, on disk. */
export const job = z.object({
  id: z.uuid(),
  /** Counts submissions; jobs are rendered in this order, also after a restart. */
  nth: z.int(),
  /** SHA-256 of the key that submitted it: only that key may see it. */
  owner: z.string(),
  created_at: z.iso.datetime(),
  model: z.enum(models),
  request: generationRequest,
  /** uint32, drawn at submission. */
  seed: z.int(),
  state: z.enum(['queued', 'processing', 'completed', 'failed']),
  frames_done: z.int(),
  frames: z.nullable(z.int()),
  understood: z.nullable(understood),
  outputs: z.array(
    z.object({
      name: z.string().check(z.regex(/^[\w-]+\.\w+$/)),
      type: z.enum(['image', 'video', 'exr']),
      media_type: z.string(),
      facts: z.optional(mediaFacts),
    }),
  ),
  failure_code: z.nullable(z.string()),
  failure_reason: z.nullable(z.string()),
})
export type Job = z.infer<typeof job>

export const isSettled = (one: Job | undefined) =>
  one?.state === 'completed' || one?.state === 'failed'
