import { type Kysely, sql } from 'kysely'
import { isSettled } from '#contract/generation.ts'
import type { Tables } from './tables.ts'

export type TrashRows = ReturnType<typeof createTrashRows>

/** Hashes whose files are still to be removed: what a crash left is swept at the next start. */
const toRemove = 'erased_media'

const named = (seqs: readonly number[]) =>
  sql<number>`(select value from json_each(${JSON.stringify(seqs)}))`

export function createTrashRows(db: Kysely<Tables>) {
  async function leftover(): Promise<string[]> {
    const row = await db
      .selectFrom('settings')
      .select('value')
      .where('name', '=', toRemove)
      .executeTakeFirst()
    return row ? (JSON.parse(row.value) as string[]) : []
  }

  return {
    /** All of them in one commit, or none when one of them is not over yet. */
    throwAway: (seqs: readonly number[], at: string): Promise<number | 'not_settled'> =>
      db.transaction().execute(async (transaction) => {
        const states = await transaction
          .selectFrom('generations')
          .select('state')
          .distinct()
          .where('seq', 'in', named(seqs))
          .execute()
        if (!states.every(({ state }) => isSettled(state))) return 'not_settled'
        const { numUpdatedRows } = await transaction
          .updateTable('generations')
          .set({ trashed_at: at })
          .where('seq', 'in', named(seqs))
          .where('trashed_at', 'is', null)
          .executeTakeFirst()
        return Number(numUpdatedRows)
      }),

    async restore(seqs: readonly number[]): Promise<number> {
      const { numUpdatedRows } = await db
        .updateTable('generations')
        .set({ trashed_at: null })
        .where('seq', 'in', named(seqs))
        .where('erased_at', 'is', null)
        .where('trashed_at', 'is not', null)
        .executeTakeFirst()
      return Number(numUpdatedRows)
    },

    /**
     * Of what is in the trash, everything but the row with its kind, times and price. Its media
     * are told by `leftover` from this commit on, unless something else uses them.
     */
    erase: (seqs: readonly number[], at: string): Promise<number> =>
      db.transaction().execute(async (transaction) => {
        const gone = await transaction
          .selectFrom('generations')
          .select(['seq', 'id'])
          .where('seq', 'in', named(seqs))
          .where('trashed_at', 'is not', null)
          .where('erased_at', 'is', null)
          .execute()
        const these = named(gone.map(({ seq }) => seq))
        const ids = JSON.stringify(gone.map(({ id }) => id))
        const { rows: media } = await sql<{ sha256: string }>`
          select distinct sha256 from outputs
          where generation_id in (select value from json_each(${ids}))`.execute(transaction)
        await sql`delete from outputs
          where generation_id in (select value from json_each(${ids}))`.execute(transaction)
        await transaction.deleteFrom('tags').where('seq', 'in', these).execute()
        await transaction.deleteFrom('board_items').where('seq', 'in', these).execute()
        await transaction
          .deleteFrom('links')
          .where((row) => row.or([row('child', 'in', these), row('parent', 'in', these)]))
          .execute()
        await transaction
          .updateTable('generations')
          .set({
            erased_at: at,
            request: sql`json_object('type', request ->> '$.type', 'prompt', '')`,
            sent: null,
            understood: null,
            note: '',
            failure_reason: null,
          })
          .where('seq', 'in', these)
          .execute()
        const { rows: unused } = await sql<{ sha256: string }>`
          delete from media where sha256 in (
            select value from json_each(${JSON.stringify(media.map(({ sha256 }) => sha256))})
          ) and not exists (select 1 from outputs where outputs.sha256 = media.sha256)
            and not exists (select 1 from uploads where uploads.sha256 = media.sha256)
          returning sha256`.execute(transaction)
        const before = await sql<{ value: string }>`select value from settings
          where name = ${toRemove}`.execute(transaction)
        const waiting = JSON.parse(before.rows[0]?.value ?? '[]') as string[]
        const value = JSON.stringify([...waiting, ...unused.map(({ sha256 }) => sha256)])
        await transaction
          .insertInto('settings')
          .values({ name: toRemove, value })
          .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
          .execute()
        return gone.length
      }),

    leftover,

    /** Their files are gone. */
    async removed(hashes: readonly string[]): Promise<void> {
      const value = JSON.stringify((await leftover()).filter((each) => !hashes.includes(each)))
      await db.updateTable('settings').set({ value }).where('name', '=', toRemove).execute()
    },
  }
}
