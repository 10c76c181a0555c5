import { type Kysely, sql } from 'kysely'
import { columnsOf, linksOf } from './derived-sql.ts'
import type { Tables } from './tables.ts'

const idsAsList = (ids: readonly string[]) =>
  ids.map((id) => `'${id.replaceAll("'", "''")}'`).join()

/** What can be read off requests that were just added: how they are found, and from whom they come. */
export async function noteDerived(db: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  const which = `generations.id in (${idsAsList(ids)})`
  await sql.raw(columnsOf(which)).execute(db)
  await sql.raw(linksOf(which)).execute(db)
}
