import { type Kysely, sql } from 'kysely'
import { type Marks, type MarksChange, noMarks } from '#contract/marks.ts'
import { inChunks } from './in-chunks.ts'
import type { GenerationRow, Tables } from './tables.ts'
import { giveTags, speltAs, takeTags } from './tag-rows.ts'

export type MarkRows = ReturnType<typeof createMarkRows>

/** What a person said of generations beside their rows: tags and boards. */
export type Said = { tags: string[]; boards: string[] }

export const nothingSaid: Said = { tags: [], boards: [] }

export const marksOf = (row: GenerationRow, tags: readonly string[]): Marks => ({
  ...noMarks,
  favourite: row.favourite === 1,
  stars: row.stars,
  review: row.review,
  note: row.note,
  tags: [...tags],
})

export function createMarkRows(db: Kysely<Tables>) {
  return {
    async ofGenerations(seqs: readonly number[]): Promise<Map<number, Said>> {
      const found = new Map<number, Said>(seqs.map((seq) => [seq, { tags: [], boards: [] }]))
      if (!seqs.length) return found
      const tags = await db
        .selectFrom('tags')
        .selectAll()
        .where('seq', 'in', seqs)
        .orderBy('tag')
        .execute()
      const items = await db
        .selectFrom('board_items')
        .selectAll()
        .where('seq', 'in', seqs)
        .orderBy('board_id')
        .execute()
      for (const { seq, tag } of tags) found.get(seq)?.tags.push(tag)
      for (const { seq, board_id } of items) found.get(seq)?.boards.push(board_id)
      return found
    },

    /** All of it in one commit. Gives how many there are. A tag keeps the spelling it has. */
    change: (seqs: readonly number[], change: MarksChange): Promise<number> =>
      db.transaction().execute(async (transaction) => {
        const { add_tags = [], remove_tags = [], favourite, ...rest } = change
        const set = {
          ...rest,
          ...(favourite !== undefined && { favourite: favourite ? 1 : 0 }),
        }
        const taken = await speltAs(transaction, remove_tags)
        const given = await speltAs(transaction, add_tags)
        let found = 0
        for await (const named of inChunks([...new Set(seqs)])) {
          if (Object.keys(set).length) {
            await transaction
              .updateTable('generations')
              .set(set)
              .where('erased_at', 'is', null)
              .where('seq', 'in', sql<number>`(select value from json_each(${named}))`)
              .execute()
          }
          await takeTags(transaction, named, taken)
          await giveTags(transaction, named, given)
          const { rows } = await sql<{ count: number }>`select count(*) as count
            from json_each(${named}) join generations on seq = value
            where erased_at is null`.execute(transaction)
          found += rows[0]?.count ?? 0
        }
        return found
      }),

    /** Most used first, each with how many it is given to outside the trash. */
    async tags(): Promise<{ tag: string; count: number }[]> {
      const { rows } = await sql<{ tag: string; count: number }>`
        select min(tag) as tag, count(*) as count from tags
        where seq not in (select seq from generations where trashed_at is not null)
        group by tags.tag order by count desc, tags.tag`.execute(db)
      return rows
    },
  }
}
