import { type Kysely, sql } from 'kysely'
import type { GenerationType } from '#contract/draft.ts'
import type { State, World } from '#contract/generation.ts'
import type { Review } from '#contract/marks.ts'
import type { Tile } from '#contract/wall.ts'
import type { Tables } from './tables.ts'

export type TileRows = ReturnType<typeof createTileRows>

type Row = {
  seq: number
  id: string
  state: State
  world: World
  kind: string
  words: string
  outputs: number
  set_id: string | null
  set_position: number | null
  set_size: number | null
  failure_code: string | null
  favourite: number
  stars: number
  review: Review | null
  children: number
  trashed_at: string | null
  sha256: string | null
  medium: 'image' | 'video' | null
  thumbhash: string | null
  width: number | null
  height: number | null
  frames: number | null
  fps: number | null
  duration_s: number | null
}

/** Letters of a prompt that a tile shows at most. */
const mostLetters = 200

function stillOf(row: Row): Tile['still'] {
  const { sha256, medium, thumbhash, width, height, frames, fps, duration_s } = row
  if (sha256 === null || medium === null || width === null || height === null) return null
  const still = { sha256, medium, thumbhash, width, height }
  if (medium === 'image') return still
  return { ...still, frames: frames ?? 0, fps: fps ?? 0, duration_s: duration_s ?? 0 }
}

function toTile(row: Row): Tile {
  const { set_id: id, set_position: position, set_size: size } = row
  return {
    seq: row.seq,
    id: row.id,
    state: row.state,
    world: row.world,
    type: row.kind.split(' ')[0] as GenerationType,
    words: row.words,
    still: stillOf(row),
    outputs: row.outputs,
    set: id === null || position === null || size === null ? null : { id, position, size },
    failure_code: row.failure_code,
    favourite: row.favourite === 1,
    stars: row.stars,
    review: row.review,
    children: row.children,
    trashed: row.trashed_at !== null,
  }
}

/** What the wall draws of generations; what is erased is not there. */
export function createTileRows(db: Kysely<Tables>) {
  const read = async (column: 'seq' | 'id', names: readonly (number | string)[]) => {
    const { rows } = await sql<Row>`
      select g.seq, g.id, g.state, g.world, g.kind, substr(g.prompt, 1, ${mostLetters}) as words,
        (select count(*) from outputs where generation_id = g.id) as outputs,
        g.set_id, g.set_position, g.set_size, g.failure_code, g.favourite, g.stars, g.review,
        (select count(distinct links.child) from links
          join generations as children on children.seq = links.child
          where links.parent = g.seq and children.erased_at is null) as children,
        g.trashed_at, media.sha256, media.medium, media.thumbhash, media.width, media.height,
        media.frames, media.fps, media.duration_s
      from json_each(${JSON.stringify(names)}) as asked
      join generations as g on g.${sql.raw(column)} = asked.value
      left join media on media.sha256 = (
        select outputs.sha256 from outputs join media as each on each.sha256 = outputs.sha256
        where outputs.generation_id = g.id and each.medium <> 'file' and each.width is not null
        order by outputs.position limit 1)
      where g.erased_at is null
      order by asked.key`.execute(db)
    return rows.map(toTile)
  }

  return {
    /** In the order asked for; those that are not there are left out. */
    tilesOf: (seqs: readonly number[]): Promise<Tile[]> => read('seq', seqs),

    tilesOfIds: (ids: readonly string[]): Promise<Tile[]> => read('id', ids),
  }
}
