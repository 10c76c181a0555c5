import { type Kysely, sql } from 'kysely'
import type { GenerationRow, Tables } from './tables.ts'

export type TakenRows = ReturnType<typeof createTakenRows>

/** What is taken away of generations: all but what was erased. */
export function createTakenRows(db: Kysely<Tables>) {
  return {
    async total(seqs: Iterable<number>): Promise<{ items: number; files: number; bytes: number }> {
      const { rows } = await sql<{ items: number; files: number; bytes: number }>`
        select count(distinct taken.seq) as items, count(media.sha256) as files,
          coalesce(sum(media.bytes), 0) as bytes
        from json_each(${JSON.stringify([...seqs])}) as wanted
          join generations as taken on taken.seq = wanted.value
          left join outputs on outputs.generation_id = taken.id
          left join media on media.sha256 = outputs.sha256
        where taken.erased_at is null
      `.execute(db)
      return rows[0]!
    },

    bySeqs: (seqs: readonly number[]): Promise<GenerationRow[]> =>
      db
        .selectFrom('generations')
        .selectAll()
        .where('seq', 'in', seqs)
        .where('erased_at', 'is', null)
        .execute(),

    /** By name, the boards on which each was put by hand. */
    async boards(seqs: readonly number[]): Promise<Map<number, string[]>> {
      const rows = await db
        .selectFrom('board_items')
        .innerJoin('boards', 'boards.id', 'board_items.board_id')
        .select(['board_items.seq', 'boards.name'])
        .where('board_items.seq', 'in', seqs)
        .orderBy('boards.name')
        .execute()
      return grouped(rows.map(({ seq, name }) => [seq, name]))
    },

    /** The ids of those from whom each comes. */
    async parents(seqs: readonly number[]): Promise<Map<number, string[]>> {
      const rows = await db
        .selectFrom('links')
        .innerJoin('generations', 'generations.seq', 'links.parent')
        .select(['links.child', 'generations.id'])
        .where('links.child', 'in', seqs)
        .where('generations.erased_at', 'is', null)
        .orderBy('links.parent')
        .distinct()
        .execute()
      return grouped(rows.map(({ child, id }) => [child, id]))
    },
  }
}

function grouped(pairs: readonly [number, string][]) {
  const found = new Map<number, string[]>()
  for (const [seq, each] of pairs) found.set(seq, [...(found.get(seq) ?? []), each])
  return found
}
