import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/** Media by their hashes, and jobs of the local engine by its ids. */
type Kind = 'erased_media' | 'erased_jobs'

/** What is still to be removed of what was erased; a crash leaves it to the next start. */
export async function readLeftover(db: Kysely<Tables>, kind: Kind): Promise<string[]> {
  const settings = db.selectFrom('settings').select('value').where('name', '=', kind)
  const row = await settings.executeTakeFirst()
  return row ? (JSON.parse(row.value) as string[]) : []
}

export async function addLeftover(db: Kysely<Tables>, kind: Kind, more: readonly string[]) {
  const before = await readLeftover(db, kind)
  await write(db, kind, [...before, ...more])
}

/** These are gone, or are wanted again. */
export const settleLeftover = (db: Kysely<Tables>, kind: Kind, done: ReadonlySet<string>) =>
  db.transaction().execute(async (transaction) => {
    const left = await readLeftover(transaction, kind)
    await write(
      transaction,
      kind,
      left.filter((each) => !done.has(each)),
    )
  })

async function write(db: Kysely<Tables>, name: Kind, left: readonly string[]) {
  const value = JSON.stringify([...new Set(left)])
  await db
    .insertInto('settings')
    .values({ name, value })
    .onConflict((conflict) => conflict.column('name').doUpdateSet({ value }))
    .execute()
}
