import * as z from 'zod/mini'

/** What a person decided about a result. */
export const reviews = ['pick', 'reject', 'review'] as const
export type Review = (typeof reviews)[number]

const tag = z.string().check(z.trim(), z.minLength(1), z.maxLength(60))
const note = z.string().check(z.maxLength(4000, 'A note has up to 4000 characters.'))
const stars = z.int().check(z.gte(0), z.lte(5))

/** A person's judgement of one generation. `stars` 0 is none given. */
export const marks = z.object({
  favourite: z.boolean(),
  stars,
  review: z.nullable(z.enum(reviews)),
  /** Sorted; compared without case. */
  tags: z.array(z.string()),
  note: z.string(),
})
export type Marks = z.infer<typeof marks>

export const noMarks: Marks = { favourite: false, stars: 0, review: null, tags: [], note: '' }

/** What is to become of the marks of one or many; what is not named stays. */
export const marksChange = z.strictObject({
  favourite: z.optional(z.boolean()),
  stars: z.optional(stars),
  review: z.optional(z.nullable(z.enum(reviews))),
  note: z.optional(note),
  add_tags: z.optional(z.array(tag).check(z.maxLength(50))),
  remove_tags: z.optional(z.array(tag).check(z.maxLength(50))),
})
export type MarksChange = z.infer<typeof marksChange>

/** How many can be named at once. */
export const selectionLimit = 100_000

/** Generations named by their place in the order of submission (`seq`). */
export const selection = z.strictObject({
  seqs: z
    .array(z.int().check(z.positive()))
    .check(
      z.minLength(1, 'Name at least one.'),
      z.maxLength(selectionLimit, 'Up to 100,000 at once.'),
    ),
})

/** Body of `PATCH /api/generations`. */
export const bulkChange = z.strictObject({ ...selection.shape, change: marksChange })

/** What a change of many did. */
export const changed = z.object({ changed: z.int() })

/** `GET /api/tags`: most used first, each with how many it is given to. */
export const tagList = z.object({ data: z.array(z.object({ tag: z.string(), count: z.int() })) })
