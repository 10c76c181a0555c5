import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

const mostTags = 100

const isPlain = (tag: string) => /^[\u0020-\u007e]*$/.test(tag)

/** A tag as it is spelt already; SQLite knows upper and lower case of plain letters alone. */
async function speltAs(db: Kysely<Tables>, tag: string): Promise<string> {
  const known = db.selectFrom('tags').select('tag')
  const same = await known.where('tag', '=', tag).executeTakeFirst()
  if (same || isPlain(tag)) return same?.tag ?? tag
  const letters = tag.toLowerCase()
  const all = await known.distinct().execute()
  return all.find((each) => each.tag.toLowerCase() === letters)?.tag ?? tag
}

/** Takes tags from generations. `named` is a list of seqs as JSON. */
export async function takeTags(db: Kysely<Tables>, named: string, tags: readonly string[]) {
  for (const tag of tags) {
    await sql`delete from tags where tag = ${await speltAs(db, tag)}
      and seq in (select value from json_each(${named}))`.execute(db)
  }
}

/** Gives tags to generations that are there, up to a hundred to each. */
export async function giveTags(db: Kysely<Tables>, named: string, tags: readonly string[]) {
  for (const tag of tags) {
    const spelt = await speltAs(db, tag)
    await sql`insert or ignore into tags (seq, tag)
      select seq, ${spelt} from json_each(${named}) join generations on seq = value
      where erased_at is null
        and (select count(*) from tags as given where given.seq = generations.seq)
          < ${mostTags}`.execute(db)
  }
}
