import { type Kysely, sql } from 'kysely'
import type { State, World } from '#contract/generation.ts'
import type { GenerationRow, Tables } from './tables.ts'

export type QueueRows = ReturnType<typeof createQueueRows>

const waiting: State[] = ['intent', 'held']
const sent: State[] = ['submitting', 'queued', 'processing', 'archiving']

/**
 * As a person placed them, then as they were submitted: rows of a set were written at one go, the
 * last item first.
 */
const inOrder = sql`queue_place is null, queue_place,
  seq - coalesce(set_size - set_position, 0), set_position`

/** Sending it again as a new one is a decision too. */
const undecided = sql<boolean>`not exists (
  select 1 from links where links.parent = generations.seq and links.step = 'again'
)`

export function createQueueRows(db: Kysely<Tables>) {
  return {
    /** What is to be sent next, also when it must wait still; not what waits for a person. */
    next: (world: World): Promise<GenerationRow | undefined> =>
      db
        .selectFrom('generations')
        .selectAll()
        .where('state', 'in', waiting)
        .where('world', '=', world)
        .where((row) => row.or([row('state', '=', 'intent'), row('retry_at', 'is not', null)]))
        .orderBy(inOrder)
        .limit(1)
        .executeTakeFirst(),

    /** How many jobs the upstream works on, as far as it has told. */
    async underWay(world: World): Promise<number> {
      const { count } = await db
        .selectFrom('generations')
        .select(sql<number>`count(*)`.as('count'))
        .where('state', 'in', ['queued', 'processing'])
        .where('world', '=', world)
        .executeTakeFirstOrThrow()
      return count
    },

    /**
     * What is not over, `world` first, in the order in which it goes: what is under way, then what
     * waits.
     */
    unsettled: (world: World, limit: number): Promise<GenerationRow[]> =>
      db
        .selectFrom('generations')
        .selectAll()
        .where('state', 'in', [...sent, ...waiting])
        .orderBy((row) => row('world', '<>', world))
        .orderBy((row) => row('state', 'in', waiting))
        .orderBy(inOrder)
        .limit(limit)
        .execute(),

    /** Lost answers that nobody has decided about, the latest first. */
    unknown: (limit: number): Promise<GenerationRow[]> =>
      db
        .selectFrom('generations')
        .selectAll()
        .where('state', '=', 'unknown')
        .where(undecided)
        .where('trashed_at', 'is', null)
        .where('erased_at', 'is', null)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute(),

    /** How many rows `unsettled` and `unknown` have together. */
    async count(): Promise<number> {
      const { count } = await db
        .selectFrom('generations')
        .select(sql<number>`count(*)`.as('count'))
        .where((row) =>
          row.or([
            row('state', 'in', [...sent, ...waiting]),
            row.and([
              row('state', '=', 'unknown'),
              undecided,
              row('trashed_at', 'is', null),
              row('erased_at', 'is', null),
            ]),
          ]),
        )
        .executeTakeFirstOrThrow()
      return count
    },

    /**
     * The named ones among what waits take the places that they have together, in the order in
     * which they are named; everything else stays where it is. Gives the rows that were named.
     */
    reorder: (world: World, ids: readonly string[]): Promise<GenerationRow[]> =>
      db.transaction().execute(async (transaction) => {
        const rows = await transaction
          .selectFrom('generations')
          .selectAll()
          .where('state', 'in', waiting)
          .where('world', '=', world)
          .orderBy(inOrder)
          .execute()
        const byId = new Map(rows.map((row) => [row.id, row]))
        const named = [...new Set(ids)].flatMap((id) => byId.get(id) ?? [])
        const moved = new Set(named)
        const queue = named.values()
        const order = rows.map((row) => (moved.has(row) ? (queue.next().value ?? row) : row).seq)
        await sql`update generations set queue_place = places.key
          from json_each(${JSON.stringify(order)}) as places
          where generations.seq = places.value`.execute(transaction)
        return named
      }),
  }
}
