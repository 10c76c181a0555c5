import * as z from 'zod/mini'

const limit = z.nullable(
  z
    .number()
    .check(
      z.minimum(0, 'A budget is 0 or more.'),
      z.maximum(1_000_000, 'A budget is up to $1,000,000.'),
    ),
)

/** US dollars that may go without asking; `null` is no limit. Only what goes to Luma counts. */
export const budget = z.object({
  /** For one calendar day of the server. */
  day_usd: limit,
  /** For one press of the button: one generation, or a whole set. */
  submission_usd: limit,
})
export type Budget = z.infer<typeof budget>

export const noBudget: Budget = { day_usd: null, submission_usd: null }
