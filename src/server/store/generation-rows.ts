import { type Insertable, type Kysely, sql, type Updateable } from 'kysely'
import type { State, World } from '#contract/generation.ts'
import { columnsOf } from './derived-sql.ts'
import { noteDerived, type Origins } from './link-rows.ts'
import { notePrompt } from './prompt-rows.ts'
import { committedUsd } from './spending-rows.ts'
import type { GenerationRow, GenerationsTable, MediaRow, Tables } from './tables.ts'

type Patch = Omit<Updateable<GenerationsTable>, 'id' | 'seq' | 'state'>

/** `since`: where the day began. */
export type Judge = {
  since: string
  rule: (
    committedUsd: number,
  ) => Pick<GenerationRow, 'state' | 'held_reason' | 'failure_reason'> | null
}

export type GenerationRows = ReturnType<typeof createGenerationRows>

export function createGenerationRows(db: Kysely<Tables>) {
  return {
    /**
     * All of them in one commit, or `false` and none when one of the ids is taken. `judge`
     * may hold them by what is spent already, and nothing is spent in between.
     */
    add: (
      rows: readonly Insertable<GenerationsTable>[],
      judge?: Judge,
      origins: Origins = new Map(),
    ): Promise<boolean> =>
      db.transaction().execute(async (transaction) => {
        const ids = rows.map(({ id }) => id)
        const taken = await transaction
          .selectFrom('generations')
          .select('id')
          .where('id', 'in', ids)
          .executeTakeFirst()
        if (taken) return false
        const held = judge?.rule(await committedUsd(transaction, judge.since))
        for (const row of rows) {
          await transaction
            .insertInto('generations')
            .values({ ...row, ...held })
            .execute()
          await notePrompt(transaction, row)
        }
        await noteDerived(transaction, ids, origins)
        return true
      }),

    find: (id: string): Promise<GenerationRow | undefined> =>
      db.selectFrom('generations').selectAll().where('id', '=', id).executeTakeFirst(),

    /** What is on the wall, newest first, below `beforeSeq` when given. */
    page(limit: number, beforeSeq?: number): Promise<GenerationRow[]> {
      const newest = db
        .selectFrom('generations')
        .selectAll()
        .where('trashed_at', 'is', null)
        .where('erased_at', 'is', null)
        .orderBy('seq', 'desc')
        .limit(limit)
      return (beforeSeq === undefined ? newest : newest.where('seq', '<', beforeSeq)).execute()
    },

    /** Oldest first. */
    inStates: (states: readonly State[], world: World): Promise<GenerationRow[]> =>
      db
        .selectFrom('generations')
        .selectAll()
        .where('state', 'in', states)
        .where('world', '=', world)
        .orderBy('seq')
        .execute(),

    /** In the order of its positions. */
    ofSet: (setId: string): Promise<GenerationRow[]> =>
      db
        .selectFrom('generations')
        .selectAll()
        .where('set_id', '=', setId)
        .orderBy('set_position')
        .execute(),

    /** One step of a life. `undefined`, and nothing done, unless the row is in one of `from`. */
    move: (
      id: string,
      from: readonly State[],
      state: State,
      patch: Patch = {},
    ): Promise<GenerationRow | undefined> =>
      db
        .updateTable('generations')
        .set({ ...patch, state })
        .where('id', '=', id)
        .where('state', 'in', from)
        .returningAll()
        .executeTakeFirst(),

    /** Outputs, their media and the last state in one commit. */
    complete: (id: string, outputs: readonly MediaRow[], settledAt: string) =>
      db.transaction().execute(async (transaction) => {
        const moved = await transaction
          .updateTable('generations')
          .set({ state: 'completed', settled_at: settledAt, retry_at: null })
          .where('id', '=', id)
          .where('state', '=', 'archiving')
          .returningAll()
          .executeTakeFirst()
        if (!moved) return undefined
        for (const [position, row] of outputs.entries()) {
          await transaction
            .insertInto('media')
            .values(row)
            .onConflict((conflict) => conflict.column('sha256').doNothing())
            .execute()
          await transaction
            .insertInto('outputs')
            .values({ generation_id: id, position, sha256: row.sha256 })
            .execute()
        }
        await sql.raw(columnsOf(`id = '${moved.id}'`)).execute(transaction)
        return moved
      }),

    async setUnderstood(id: string, understood: string): Promise<void> {
      await db.updateTable('generations').set({ understood }).where('id', '=', id).execute()
    },

    /** Seconds that the latest completed ones of a kind took, at most `limit` of them. */
    async pastSeconds(kind: string, world: World, limit: number): Promise<number[]> {
      const rows = await db
        .selectFrom('generations')
        .select(['submitted_at', 'settled_at'])
        .where('kind', '=', kind)
        .where('state', '=', 'completed')
        .where('world', '=', world)
        .orderBy('seq', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap(({ submitted_at: from, settled_at: to }) =>
        from && to ? [(Date.parse(to) - Date.parse(from)) / 1000] : [],
      )
    },
  }
}
