import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

export type Spent = {
  usd: number
  generations: number
  /** Something has no published price, or none at all. */
  isEstimate: boolean
}

export type SpendingRows = ReturnType<typeof createSpendingRows>

const world = 'luma'

/** When it was sent, as far as that is known; `null` while it is still to be. */
export const sentAt = sql<string | null>`coalesce(submitted_at, settled_at)`

/** Costs money, if it was sent at all: lost answers too. */
export const isSent = sql<boolean>`state <> 'failed'`

const isStillToSend = sql<boolean>`coalesce(submitted_at, settled_at) is null`

/** On its way to the upstream, and not held. */
export const isUnderWay = sql<boolean>`${isStillToSend} and state <> 'held'`

const sums = (db: Kysely<Tables>) =>
  db
    .selectFrom('generations')
    .select([
      sql<number | null>`sum(price ->> '$.usd')`.as('usd'),
      sql<number>`count(*)`.as('generations'),
      sql<number | null>`max(price is null or price ->> '$.estimate')`.as('is_estimate'),
    ])
    .where('world', '=', world)

async function sumOf(query: ReturnType<typeof sums>): Promise<Spent> {
  const { usd, generations, is_estimate } = await query.executeTakeFirstOrThrow()
  return { usd: usd ?? 0, generations, isEstimate: is_estimate === 1 }
}

const sentWithin = (db: Kysely<Tables>, from: string, to: string) =>
  sumOf(sums(db).where(sentAt, '>=', from).where(sentAt, '<', to).where(isSent))

/** What has been spent since `from`, and what will be by itself: all that a budget must bear. */
export async function committedUsd(db: Kysely<Tables>, from: string): Promise<number> {
  const spent = await sentWithin(db, from, '9999')
  const coming = await sumOf(
    sums(db)
      .where(isStillToSend)
      .where((rows) =>
        rows.or([rows('state', '<>', 'held'), rows('held_reason', '<>', 'over_budget')]),
      ),
  )
  return spent.usd + coming.usd
}

export function createSpendingRows(db: Kysely<Tables>) {
  return {
    /** What was sent from one instant up to another, lost answers too. */
    within: (from: string, to: string): Promise<Spent> => sentWithin(db, from, to),

    underWay: (): Promise<Spent> => sumOf(sums(db).where(isUnderWay)),
  }
}
