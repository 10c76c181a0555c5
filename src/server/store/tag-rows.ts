import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

const mostTags = 100

const isPlain = (tag: string) => /^[\u0020-\u007e]*$/.test(tag)

/** Tags as they are spelt already; SQLite knows upper and lower case of plain letters alone. */
export async function speltAs(db: Kysely<Tables>, tags: readonly string[]): Promise<string[]> {
  const known = db.selectFrom('tags').select('tag')
  const all = tags.every(isPlain) ? [] : await known.distinct().execute()
  const spelt = new Map(all.map(({ tag }) => [tag.toLowerCase(), tag]))
  for (const tag of tags) {
    const letters = tag.toLowerCase()
    if (spelt.has(letters)) continue
    const same = await known.where('tag', '=', tag).limit(1).executeTakeFirst()
    spelt.set(letters, same?.tag ?? tag)
  }
  return [...new Set(tags.map((tag) => spelt.get(tag.toLowerCase()) ?? tag))]
}

/** Takes tags from generations. `named` is a list of seqs as JSON. */
export async function takeTags(db: Kysely<Tables>, named: string, tags: readonly string[]) {
  for (const tag of tags) {
    await sql`delete from tags where tag = ${tag}
      and seq in (select value from json_each(${named}))`.execute(db)
  }
}

/** Gives tags to generations that are there, up to a hundred to each. */
export async function giveTags(db: Kysely<Tables>, named: string, tags: readonly string[]) {
  for (const tag of tags) {
    await sql`insert or ignore into tags (seq, tag)
      select seq, ${tag} from json_each(${named}) join generations on seq = value
      where erased_at is null
        and (select count(*) from tags as given where given.seq = generations.seq)
          < ${mostTags}`.execute(db)
  }
}
