import * as z from 'zod/mini'

/** What one calendar day of the server cost. `estimate`: some of it is not a published price. */
const usageDay = z.object({
  /** `2026-11-22` */
  day: z.iso.date(),
  usd: z.number(),
  estimate: z.boolean(),
  generations: z.int(),
})

/**
 * What went to Luma: everything submitted or under way, lost answers too; not what failed, was
 * withdrawn, or is held. The last 30 days, the oldest first, also those on which nothing went.
 */
export const usage = z.object({
  /** When it was counted. */
  as_of: z.iso.datetime(),
  today_usd: z.number(),
  today_estimate: z.boolean(),
  days: z.array(usageDay),
})
export type Usage = z.infer<typeof usage>
