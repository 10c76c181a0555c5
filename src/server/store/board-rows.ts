import { type Insertable, type Kysely, sql } from 'kysely'
import { inChunks } from './in-chunks.ts'
import type { Tables } from './tables.ts'

export type BoardRow = Insertable<Tables['boards']>
export type BoardRows = ReturnType<typeof createBoardRows>

/** SQLite knows upper and lower case of plain letters alone. */
async function isTaken(db: Kysely<Tables>, name: string, id: string): Promise<boolean> {
  const others = await db.selectFrom('boards').select('name').where('id', '<>', id).execute()
  return others.some((other) => other.name.toLowerCase() === name.toLowerCase())
}

export function createBoardRows(db: Kysely<Tables>) {
  return {
    /** By name. */
    async list(): Promise<BoardRow[]> {
      const rows = await db.selectFrom('boards').selectAll().execute()
      return rows.toSorted((a, b) => a.name.localeCompare(b.name))
    },

    find: (id: string): Promise<BoardRow | undefined> =>
      db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst(),

    add: (row: BoardRow): Promise<'added' | 'name_taken'> =>
      db.transaction().execute(async (transaction) => {
        if (await isTaken(transaction, row.name, row.id)) return 'name_taken'
        await transaction
          .insertInto('boards')
          .values(row)
          .onConflict((conflict) => conflict.column('id').doNothing())
          .execute()
        return 'added'
      }),

    change: (
      id: string,
      part: { name?: string; find?: string },
    ): Promise<'changed' | 'name_taken'> =>
      db.transaction().execute(async (transaction) => {
        const { name } = part
        if (name !== undefined && (await isTaken(transaction, name, id))) return 'name_taken'
        if (Object.keys(part).length) {
          await transaction.updateTable('boards').set(part).where('id', '=', id).execute()
        }
        return 'changed'
      }),

    /** What was on it stays where it is. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom('boards').where('id', '=', id).execute()
    },

    /** How many are on it outside the trash, and the newest of those. */
    async shown(id: string, most: number): Promise<{ count: number; newest: number[] }> {
      const items = db
        .selectFrom('board_items')
        .where('board_id', '=', id)
        .where(sql<boolean>`seq not in (select seq from generations where trashed_at is not null)`)
      const { count } = await items
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      const newest = await items.select('seq').orderBy('seq', 'desc').limit(most).execute()
      return { count, newest: newest.map(({ seq }) => seq) }
    },

    /** Gives how many of them are on it now. */
    put: (id: string, seqs: readonly number[]): Promise<number> =>
      db.transaction().execute(async (transaction) => {
        let there = 0
        for await (const named of inChunks([...new Set(seqs)])) {
          await sql`insert or ignore into board_items (board_id, seq)
            select ${id}, seq from json_each(${named}) join generations on seq = value
            where erased_at is null`.execute(transaction)
          const { rows } = await sql<{ count: number }>`select count(*) as count from board_items
            where board_id = ${id} and seq in (select value from json_each(${named}))`.execute(
            transaction,
          )
          there += rows[0]?.count ?? 0
        }
        return there
      }),

    /** Gives how many were taken off. */
    takeOff: (id: string, seqs: readonly number[]): Promise<number> =>
      db.transaction().execute(async (transaction) => {
        let taken = 0
        for await (const named of inChunks(seqs)) {
          const { numDeletedRows } = await transaction
            .deleteFrom('board_items')
            .where('board_id', '=', id)
            .where('seq', 'in', sql<number>`(select value from json_each(${named}))`)
            .executeTakeFirst()
          taken += Number(numDeletedRows)
        }
        return taken
      }),
  }
}
