import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { World } from '#contract/generation.ts'
import { isSent, isUnderWay, sentAt } from './spending-rows.ts'
import type { Tables } from './tables.ts'

/** What costs the same and is of one kind. */
export type SpentAlike = {
  kind: string
  /** JSON; `null` where it cannot be told. */
  price: string | null
  hdr: number
  generations: number
  /** `seq` of one of them. */
  example: number
}

/** What was spent on one board, or under one tag. */
export type SpentUnder = {
  value: string
  label: string
  usd: number
  generations: number
  estimate: number
}

type Told = [string, string | null, number, number, number]

type Day = Range & { day: string }

type Range = { from: string; to: string }

export type ReportRows = ReturnType<typeof createReportRows>

const sums = sql`coalesce(sum(price ->> '$.usd'), 0) as usd, count(*) as generations,
  max(price is null or price ->> '$.estimate') as estimate`

const within = (world: World, { from, to }: Range) =>
  sql`world = ${world} and ${isSent} and ${sentAt} >= ${from} and ${sentAt} < ${to}`

const underWay = (world: World) => sql`world = ${world} and ${isUnderWay}`

export function createReportRows(db: Kysely<Tables>) {
  async function alike(which: RawBuilder<unknown>): Promise<SpentAlike[]> {
    const query = sql<SpentAlike>`select kind, price, hdr, count(*) as generations, min(seq) as example
      from generations where ${which} group by kind, price, hdr`
    return (await query.execute(db)).rows
  }

  async function tags(which: RawBuilder<unknown>): Promise<SpentUnder[]> {
    const query = sql<SpentUnder>`select tag as value, tag as label, ${sums}
      from generations cross join tags using (seq) where ${which} group by tag`
    return (await query.execute(db)).rows
  }

  async function boards(which: RawBuilder<unknown>): Promise<SpentUnder[]> {
    const query = sql<SpentUnder>`select board_id as value, name as label, ${sums}
      from generations cross join board_items using (seq) cross join boards on boards.id = board_id
      where ${which} group by board_id`
    return (await query.execute(db)).rows
  }

  return {
    /** Day by day inside of one statement: grouped by days as well, every row would be sorted. */
    async spent(world: World, days: readonly Day[]): Promise<(SpentAlike & { day: string })[]> {
      const { rows } = await sql<{ day: string; alike: string }>`
        select days.value ->> '$.day' as day, (
          select json_group_array(json_array(kind, price, hdr, generations, example)) from (
            select kind, price, hdr, count(*) as generations, min(seq) as example
            from generations
            where world = ${world} and ${isSent}
              and ${sentAt} >= days.value ->> '$.from' and ${sentAt} < days.value ->> '$.to'
            group by kind, price, hdr
          )
        ) as alike
        from json_each(${JSON.stringify(days)}) as days order by days.key`.execute(db)
      return rows.flatMap(({ day, alike: told }) =>
        (JSON.parse(told) as Told[]).map(([kind, price, hdr, generations, example]) => {
          return { day, kind, price, hdr, generations, example }
        }),
      )
    },
    /** On its way to the upstream, and not held. */
    underWay: (world: World) => alike(underWay(world)),

    /** A tag twice where some of it is under way. */
    byTag: async (world: World, range: Range) => [
      ...(await tags(within(world, range))),
      ...(await tags(underWay(world))),
    ],
    /** A board twice where some of it is under way. */
    byBoard: async (world: World, range: Range) => [
      ...(await boards(within(world, range))),
      ...(await boards(underWay(world))),
    ],

    async requests(seqs: readonly number[]): Promise<Map<number, string>> {
      const rows = await db
        .selectFrom('generations')
        .select(['seq', 'request'])
        .where('seq', 'in', sql<number>`(select value from json_each(${JSON.stringify(seqs)}))`)
        .execute()
      return new Map(rows.map(({ seq, request }) => [seq, request]))
    },
  }
}
