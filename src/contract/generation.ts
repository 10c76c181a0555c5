import * as z from 'zod/mini'
import { models } from './draft.ts'
import { marks } from './marks.ts'
import { mediaItem } from './media-item.ts'
import { generationRequest } from './request.ts'

/**
 * The life of a submission. `archiving`: the upstream is done and its outputs are being copied
 * here. `unknown`: the answer to the POST was lost; it may have been billed and is never sent
 * again by itself.
 */
export const states = [
  'held',
  'intent',
  'submitting',
  'queued',
  'processing',
  'archiving',
  'completed',
  'failed',
  'unknown',
] as const
export type State = (typeof states)[number]

/** Nothing more will happen by itself. */
export const isSettled = (state: State) =>
  state === 'completed' || state === 'failed' || state === 'unknown'

/** Who answers: the local engine on this machine, or Luma. */
export const worlds = ['local', 'luma'] as const
export type World = (typeof worlds)[number]

/** What the upstream may say of a failure; any other word is shown as it came. */
export const failureCodes = [
  'content_moderated',
  'generation_failed',
  'budget_exhausted',
  'output_not_found',
  'image_too_large',
  'unsupported_format',
  'corrupt_input',
  'invalid_request',
  'rate_limited',
] as const
export type FailureCode = (typeof failureCodes)[number]

/** Said by this server and never by the upstream: a person took it back while it was held. */
export const withdrawnCode = 'withdrawn'

/** A person stopped it while the local engine had it. */
export const cancelledCode = 'cancelled'

/**
 * Why something is held. What is over a budget goes when a person sends it; the others go by
 * themselves.
 */
const heldReasons = ['rate_limited', 'unreachable', 'over_budget'] as const
export type HeldReason = (typeof heldReasons)[number]

/** Sent together and shown together; `position` counts from one. */
export const setPlace = z.object({ id: z.uuid(), position: z.int(), size: z.int() })

/** What the local engine understood of the words, as a table for people. */
export const understood = z.object({
  facts: z.array(z.object({ label: z.string(), value: z.string() })),
  not_understood: z.array(z.string()),
})
export type Understood = z.infer<typeof understood>

/** `measured`: frames counted by the engine. Otherwise an estimate from past jobs of this kind. */
const progress = z.object({
  /** 0..1 */
  fraction: z.number(),
  measured: z.boolean(),
  frames_done: z.optional(z.int()),
  frames: z.optional(z.int()),
  /** Seconds from submission to result that jobs like it took here, when known. */
  expected_s: z.optional(z.number()),
})
export type Progress = z.infer<typeof progress>

const instant = z.iso.datetime()

/** One submission and all that became of it. Times are ISO 8601 in UTC. */
export const generation = z.object({
  id: z.uuid(),
  /** Its place in the order of submission, counted from one; 0 while it is not accepted yet. */
  seq: z.int(),
  state: z.enum(states),
  world: z.enum(worlds),
  model: z.enum(models),
  request: generationRequest,
  set: z.nullable(setPlace),
  /** Only in state `held`. `until`: when it is sent by itself; `null` when it is not. */
  held: z.nullable(z.object({ reason: z.enum(heldReasons), until: z.nullable(instant) })),
  upstream_id: z.nullable(z.string()),
  created_at: instant,
  /** When the upstream's answer to the POST came. */
  submitted_at: z.nullable(instant),
  settled_at: z.nullable(instant),
  progress: z.nullable(progress),
  outputs: z.array(mediaItem),
  failure_code: z.nullable(z.string()),
  /** A sentence for people; for what is held: why. */
  failure_reason: z.nullable(z.string()),
  /** The field of the request that the upstream refused, when it named one. */
  failure_path: z.nullable(z.string()),
  /** What Luma asks for such a request, US dollars; `null` when it cannot be told. */
  price: z.nullable(z.object({ usd: z.number(), estimate: z.boolean() })),
  understood: z.nullable(understood),
  marks,
  /** Ids of the boards it was put on by hand. */
  boards: z.array(z.uuid()),
  trashed_at: z.nullable(instant),
  /** The JSON that went to the upstream, media bytes left out. Only on `GET …/{id}`. */
  sent: z.optional(z.unknown()),
})
export type Generation = z.infer<typeof generation>

/** Newest first; `next_cursor` is `null` on the last page. */
export const generationPage = z.object({
  data: z.array(generation),
  next_cursor: z.nullable(z.string()),
})
export type GenerationPage = z.infer<typeof generationPage>

/** Data of the event `generation` on `/api/events`: look this one up again. */
export const generationChanged = z.object({ id: z.uuid(), state: z.enum(states) })
export type GenerationChanged = z.infer<typeof generationChanged>

export const health = z.object({
  status: z.literal('ok'),
  engine: z.enum(worlds),
  version: z.string(),
})
export type Health = z.infer<typeof health>
