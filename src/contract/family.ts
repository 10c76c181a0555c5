import * as z from 'zod/mini'
import { tile } from './wall.ts'

/**
 * What was done with a parent to come to a child. The last three carry no media: they are told at
 * submission.
 */
export const steps = [
  'edit',
  'reframe',
  'reference',
  'start_frame',
  'end_frame',
  'keyframe',
  'extend_forward',
  'extend_backward',
  'again',
  'settings',
  'final',
] as const
export type Step = (typeof steps)[number]

/** Said with a submission: it is a child by its words and settings. */
export const origin = z.strictObject({
  id: z.uuid(),
  step: z.enum(['again', 'settings', 'final']),
})
export type Origin = z.infer<typeof origin>

const link = z.object({
  parent: z.int(),
  child: z.int(),
  step: z.enum(steps),
  /** The exact frame of the parent, when one was taken. */
  frame: z.nullable(z.int()),
})
export type FamilyLink = z.infer<typeof link>

const member = z.object({
  ...tile.shape,
  created_at: z.iso.datetime(),
  price: z.nullable(z.object({ usd: z.number(), estimate: z.boolean() })),
})
export type FamilyMember = z.infer<typeof member>

/**
 * `GET /api/generations/{id}/family`: everybody related to one, oldest first, up to `familyLimit`.
 * Links and members name each other by `seq`.
 */
export const family = z.object({
  members: z.array(member),
  links: z.array(link),
  /** There are more than are told. */
  cut: z.boolean(),
})
export type Family = z.infer<typeof family>

export const familyLimit = 300

/** A chain of extensions in the order in which it plays. */
export const sequence = z.object({
  clips: z.array(z.object({ id: z.uuid(), sha256: z.string(), frames: z.int(), fps: z.number() })),
  /** Whether they are joined as they are; otherwise the joined file is encoded anew. */
  lossless: z.boolean(),
})
export type Sequence = z.infer<typeof sequence>
