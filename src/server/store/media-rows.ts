import type { Kysely } from 'kysely'
import type { MediaRow, Tables } from './tables.ts'

export type MediaRows = ReturnType<typeof createMediaRows>

export function createMediaRows(db: Kysely<Tables>) {
  return {
    find: (sha256: string): Promise<MediaRow | undefined> =>
      db.selectFrom('media').selectAll().where('sha256', '=', sha256).executeTakeFirst(),

    /** Media of each generation, in the order of its outputs. */
    async ofGenerations(ids: readonly string[]): Promise<Map<string, MediaRow[]>> {
      const found = new Map<string, MediaRow[]>()
      if (!ids.length) return found
      const rows = await db
        .selectFrom('outputs')
        .innerJoin('media', 'media.sha256', 'outputs.sha256')
        .selectAll('media')
        .select('outputs.generation_id')
        .where('outputs.generation_id', 'in', ids)
        .orderBy('outputs.generation_id')
        .orderBy('outputs.position')
        .execute()
      for (const { generation_id: id, ...row } of rows) {
        found.set(id, [...(found.get(id) ?? []), row])
      }
      return found
    },
  }
}
