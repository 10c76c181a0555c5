import { type Kysely, sql } from 'kysely'
import type { FamilyLink, Origin } from '#contract/family.ts'
import type { Price } from '#contract/price.ts'
import { columnsOf, linksOf } from './derived-sql.ts'
import type { Tables } from './tables.ts'

export type LinkRows = ReturnType<typeof createLinkRows>

/** Whose words and settings a child has, by the child's id. */
export type Origins = ReadonlyMap<string, Origin>

const idsAsList = (ids: readonly string[]) =>
  ids.map((id) => `'${id.replaceAll("'", "''")}'`).join()

/** What can be read off requests that were just added: how they are found, and from whom they come. */
export async function noteDerived(
  db: Kysely<Tables>,
  ids: readonly string[],
  origins: Origins,
): Promise<void> {
  const which = `generations.id in (${idsAsList(ids)})`
  await sql.raw(columnsOf(which)).execute(db)
  await sql.raw(linksOf(which)).execute(db)
  for (const [child, { id, step }] of origins) {
    await sql`insert or ignore into links (child, parent, step, path)
      select children.seq, parents.seq, ${step}, ${step}
      from generations as children, generations as parents
      where children.id = ${child} and parents.id = ${id} and children.id <> parents.id`.execute(db)
  }
}

export function createLinkRows(db: Kysely<Tables>) {
  /** Parents and children; of what is erased too, for the others come from it and go on from it. */
  const around = async (seqs: readonly number[]) => {
    const named = JSON.stringify(seqs)
    const { rows } = await sql<{ seq: number; isErased: number }>`
      select seq, erased_at is not null as isErased from (
        select parent as near from links where child in (select value from json_each(${named}))
        union
        select child from links where parent in (select value from json_each(${named}))
      ) join generations on seq = near order by seq`.execute(db)
    return rows
  }

  return {
    /** The nearest relatives of one and the links among them, itself with them. */
    async familyOf(seq: number, limit: number) {
      const seen = new Set([seq])
      const members = new Set([seq])
      let frontier = [seq]
      let cut = false
      while (frontier.length && !cut) {
        const next: number[] = []
        for (const near of await around(frontier)) {
          if (seen.has(near.seq)) continue
          if (members.size >= limit) {
            cut = true
            break
          }
          seen.add(near.seq)
          next.push(near.seq)
          if (!near.isErased) members.add(near.seq)
        }
        frontier = next
      }
      const named = JSON.stringify([...members])
      const { rows: links } = await sql<FamilyLink>`
        select distinct parent, child, step, frame from links
        where child in (select value from json_each(${named}))
          and parent in (select value from json_each(${named}))
        order by child, parent, step`.execute(db)
      return { members: [...members].toSorted((a, b) => a - b), links, cut }
    },

    /** What a family tells of its members beside their tiles. */
    async toldOf(seqs: readonly number[]) {
      const rows = await db
        .selectFrom('generations')
        .select(['seq', 'created_at', 'price'])
        .where('seq', 'in', seqs)
        .execute()
      return new Map(
        rows.map(({ seq, created_at, price }) => [
          seq,
          { created_at, price: price === null ? null : (JSON.parse(price) as Price) },
        ]),
      )
    },
  }
}
