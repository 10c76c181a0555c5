import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { State, World } from '#contract/generation.ts'
import type { Review } from '#contract/marks.ts'
import type { Tables } from './tables.ts'

export type CatalogueRows = ReturnType<typeof createCatalogueRows>

/** What the catalogue keeps of a generation. */
export type CatalogueRow = {
  seq: number
  kind: string
  state: State
  world: World
  ratio: string | null
  resolution: string | null
  hdr: number
  aspect: number
  failure: string | null
  stars: number
  review: Review | null
  favourite: number
  createdAt: string
  usd: number | null
  seconds: number | null
  setId: string | null
  setPosition: number | null
  isTrashed: boolean
  isErased: boolean
  hasChildren: boolean
  tags: readonly string[]
  boards: readonly string[]
}

type Packed = [
  seq: number,
  kind: string,
  state: State,
  world: World,
  ratio: string | null,
  resolution: string | null,
  hdr: number,
  aspect: number,
  failure: string | null,
  stars: number,
  review: Review | null,
  favourite: number,
  createdAt: string,
  usd: number | null,
  seconds: number | null,
  setId: string | null,
  setPosition: number | null,
  isTrashed: number,
  isErased: number,
]

type Which = (seq: string) => RawBuilder<unknown>

const none: readonly string[] = []
const within =
  (after: number, upTo: number): Which =>
  (seq) =>
    sql`${sql.raw(seq)} > ${after} and ${sql.raw(seq)} <= ${upTo}`
const among =
  (seqs: readonly number[]): Which =>
  (seq) =>
    sql`${sql.raw(seq)} in (select value from json_each(${JSON.stringify(seqs)}))`

/** One text out of the database is far cheaper than as many rows and columns. */
async function packed<T>(db: Kysely<Tables>, query: RawBuilder<{ rows: string }>): Promise<T[]> {
  const { rows } = await query.execute(db)
  return JSON.parse(rows[0]?.rows ?? '[]') as T[]
}

function gather(pairs: readonly [seq: number, value: string][]): Map<number, string[]> {
  const bySeq = new Map<number, string[]>()
  for (const [seq, value] of pairs) {
    const values = bySeq.get(seq)
    if (values) values.push(value)
    else bySeq.set(seq, [value])
  }
  return bySeq
}

/** Reads for the catalogue, which holds in memory by what generations are found. */
export function createCatalogueRows(db: Kysely<Tables>) {
  async function read(which: Which): Promise<CatalogueRow[]> {
    const rows = await packed<Packed>(
      db,
      sql`select json_group_array(json_array(seq, kind, state, world, ratio, resolution, hdr,
        aspect, failure_code, stars, review, favourite, created_at, price ->> '$.usd',
        case when state = 'completed' and kind like 'video%' then (
          select duration_s from outputs join media using (sha256)
          where generation_id = generations.id and duration_s is not null limit 1
        ) end, set_id, set_position, trashed_at is not null, erased_at is not null)) as rows
      from generations where ${which('seq')}`,
    )
    const tags = gather(
      await packed(
        db,
        sql`select json_group_array(json_array(seq, tag)) as rows from tags where ${which('seq')}`,
      ),
    )
    const boards = gather(
      await packed(
        db,
        sql`select json_group_array(json_array(seq, board_id)) as rows from board_items
          where ${which('seq')}`,
      ),
    )
    const parents = new Set(
      await packed<number>(
        db,
        sql`select json_group_array(distinct parent) as rows from links
          join generations on generations.seq = links.child
          where ${which('parent')} and erased_at is null`,
      ),
    )
    return rows.map((row) => ({
      seq: row[0],
      kind: row[1],
      state: row[2],
      world: row[3],
      ratio: row[4],
      resolution: row[5],
      hdr: row[6],
      aspect: row[7],
      failure: row[8],
      stars: row[9],
      review: row[10],
      favourite: row[11],
      createdAt: row[12],
      usd: row[13],
      seconds: row[14],
      setId: row[15],
      setPosition: row[16],
      isTrashed: row[17] === 1,
      isErased: row[18] === 1,
      hasChildren: parents.has(row[0]),
      tags: tags.get(row[0]) ?? none,
      boards: boards.get(row[0]) ?? none,
    }))
  }

  return {
    within: (after: number, upTo: number) => read(within(after, upTo)),
    among: (seqs: readonly number[]) => read(among(seqs)),

    async lastSeq(): Promise<number> {
      const { rows } = await sql<{ last: number | null }>`
        select max(seq) as last from generations`.execute(db)
      return rows[0]?.last ?? 0
    },

    seqsOf: (ids: readonly string[]) =>
      packed<number>(
        db,
        sql`select json_group_array(seq) as rows from generations
          where id in (select value from json_each(${JSON.stringify(ids)}))`,
      ),

    parentsOf: (seqs: readonly number[]) =>
      packed<number>(
        db,
        sql`select json_group_array(distinct parent) as rows from links
          where ${among(seqs)('child')}`,
      ),

    boards: () => db.selectFrom('boards').select(['id', 'name', 'find']).execute(),

    /** Which fit an expression of FTS5, oldest first, up to `limit` of them. */
    matching: (match: string, after: number, limit: number) =>
      packed<number>(
        db,
        sql`select json_group_array(rowid) as rows from (select rowid from generation_words
          where generation_words match ${match} and rowid > ${after} order by rowid
          limit ${limit})`,
      ),

    /** The same, what fits best first. */
    ranked: (match: string) =>
      packed<number>(
        db,
        sql`select json_group_array(seq) as rows from (
          select rowid as seq from generation_words where generation_words match ${match}
          order by rank, rowid desc)`,
      ),

    /** Prompts of the newest. */
    newestPrompts: (limit: number) =>
      packed<string>(
        db,
        sql`select json_group_array(prompt) as rows from
          (select prompt from generations order by seq desc limit ${limit})`,
      ),
  }
}
