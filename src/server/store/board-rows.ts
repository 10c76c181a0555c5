import { type Insertable, type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

export type BoardRow = Insertable<Tables['boards']>
export type BoardRows = ReturnType<typeof createBoardRows>

export function createBoardRows(db: Kysely<Tables>) {
  const isTaken = async (name: string, id: string) =>
    (await db
      .selectFrom('boards')
      .select('id')
      .where(sql`lower(name)`, '=', name.toLowerCase())
      .where('id', '<>', id)
      .executeTakeFirst()) !== undefined

  return {
    /** By name. */
    list: (): Promise<BoardRow[]> =>
      db
        .selectFrom('boards')
        .selectAll()
        .orderBy(sql`lower(name)`)
        .execute(),

    find: (id: string): Promise<BoardRow | undefined> =>
      db.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst(),

    async add(row: BoardRow): Promise<'added' | 'name_taken'> {
      if (await isTaken(row.name, row.id)) return 'name_taken'
      await db
        .insertInto('boards')
        .values(row)
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
      return 'added'
    },

    async change(
      id: string,
      part: { name?: string; find?: string },
    ): Promise<'changed' | 'name_taken'> {
      if (part.name !== undefined && (await isTaken(part.name, id))) return 'name_taken'
      if (Object.keys(part).length) {
        await db.updateTable('boards').set(part).where('id', '=', id).execute()
      }
      return 'changed'
    },

    /** What was on it stays where it is. */
    async remove(id: string): Promise<void> {
      await db.deleteFrom('boards').where('id', '=', id).execute()
    },

    /** Gives how many of them are on it now. */
    async put(id: string, seqs: readonly number[]): Promise<number> {
      const named = JSON.stringify(seqs)
      await sql`insert or ignore into board_items (board_id, seq)
        select ${id}, seq from json_each(${named}) join generations on seq = value
        where erased_at is null`.execute(db)
      const { rows } = await sql<{ count: number }>`select count(*) as count from board_items
        where board_id = ${id} and seq in (select value from json_each(${named}))`.execute(db)
      return rows[0]?.count ?? 0
    },

    /** Gives how many were taken off. */
    async takeOff(id: string, seqs: readonly number[]): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('board_items')
        .where('board_id', '=', id)
        .where('seq', 'in', sql<number>`(select value from json_each(${JSON.stringify(seqs)}))`)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },
  }
}
