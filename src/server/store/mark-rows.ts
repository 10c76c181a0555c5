import type { Kysely } from 'kysely'
import { type Marks, noMarks } from '#contract/marks.ts'
import type { GenerationRow, Tables } from './tables.ts'

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
  }
}
