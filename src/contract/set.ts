import * as z from 'zod/mini'
import { origin } from './family.ts'
import { generation } from './generation.ts'

/** How many submissions one set may have. */
export const setSizes = { min: 2, max: 24 } as const

const sizeWords = `A set has ${setSizes.min} to ${setSizes.max} items.`

/**
 * Several submissions that are accepted together or not at all. Every id is made by the person:
 * the set's for the whole, and one for each item. What a `request` may be is said by the rules.
 */
export const setSubmission = z.strictObject({
  id: z.uuid(),
  items: z
    .array(z.strictObject({ id: z.uuid(), request: z.unknown(), origin: z.optional(origin) }))
    .check(z.minLength(setSizes.min, sizeWords), z.maxLength(setSizes.max, sizeWords)),
})

/** An accepted set, in the order of its positions. */
export const generationSet = z.object({ id: z.uuid(), data: z.array(generation) })
export type GenerationSet = z.infer<typeof generationSet>
