import * as z from 'zod/mini'
import { worlds } from './generation.ts'

const spent = {
  usd: z.number(),
  /** Some of it has no published price. */
  estimate: z.boolean(),
  generations: z.int(),
}

const usageLine = z.object({ value: z.string(), label: z.string(), ...spent })
export type UsageLine = z.infer<typeof usageLine>

/** By what spending is told. Something on two boards counts on both. */
export const usageGroups = ['type', 'model', 'board', 'tag'] as const
export type UsageGroup = (typeof usageGroups)[number]

/**
 * `GET /api/usage/report?days=30&world=luma`, `…/report.csv`. From the journal: what was sent, lost
 * answers and what is in the trash too, not what failed or was taken back. World `local` tells what
 * Luma would have asked.
 */
export const usageReport = z.object({
  as_of: z.iso.datetime(),
  /** Month of the price table. */
  prices_as_of: z.string(),
  world: z.enum(worlds),
  total: z.object(spent),
  /** Oldest first, days without spending too. */
  days: z.array(z.object({ day: z.iso.date(), ...spent })),
  by: z.record(z.enum(usageGroups), z.array(usageLine)),
  /** Drafts at 360p, and what the same would have cost at 720p. */
  drafts: z.object({ generations: z.int(), usd: z.number(), saved_usd: z.number() }),
  /** The budget of a day, for the line in the chart. */
  day_budget_usd: z.nullable(z.number()),
})
export type UsageReport = z.infer<typeof usageReport>
