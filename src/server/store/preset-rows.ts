import type { Kysely } from 'kysely'
import type { PresetRow, Tables } from './tables.ts'

export type PresetRows = ReturnType<typeof createPresetRows>

type Kept = 'added' | 'changed' | 'name_taken' | 'too_many'

export function createPresetRows(db: Kysely<Tables>) {
  const all = db.selectFrom('presets').selectAll()
  return {
    list: (): Promise<PresetRow[]> => all.orderBy('name').execute(),

    find: (id: string): Promise<PresetRow | undefined> =>
      all.where('id', '=', id).executeTakeFirst(),

    /** A new one, or another content under a known id; at most `most` of them. */
    keep: (row: PresetRow, most: number): Promise<Kept> =>
      db.transaction().execute(async (transaction) => {
        const presets = transaction.selectFrom('presets')
        const others = presets.select('id').where('name', '=', row.name).where('id', '<>', row.id)
        if (await others.executeTakeFirst()) return 'name_taken'
        const old = await presets.select('id').where('id', '=', row.id).executeTakeFirst()
        if (old) {
          await transaction.updateTable('presets').set(row).where('id', '=', row.id).execute()
          return 'changed'
        }
        const count = presets.select(({ fn }) => fn.countAll<number>().as('count'))
        if ((await count.executeTakeFirstOrThrow()).count >= most) return 'too_many'
        await transaction.insertInto('presets').values(row).execute()
        return 'added'
      }),

    /** What was there. */
    remove: (id: string): Promise<PresetRow | undefined> =>
      db.deleteFrom('presets').where('id', '=', id).returningAll().executeTakeFirst(),
  }
}
