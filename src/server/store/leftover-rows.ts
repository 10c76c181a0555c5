import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

const name = 'erased_media'

/** Hashes whose files are still to be removed: what a crash left is swept at the next start. */
export async function readLeftover(db: Kysely<Tables>): Promise<string[]> {
  const settings = db.selectFrom('settings').select('value').where('name', '=', name)
  const row = await settings.executeTakeFirst()
  return row ? (JSON.parse(row.value) as string[]) : []
}

export async function writeLeftover(db: Kysely<Tables>, hashes: Iterable<string>) {
  const value = JSON.stringify([...new Set(hashes)])
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
