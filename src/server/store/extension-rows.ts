import { type Kysely, sql } from 'kysely'
import type { Tables } from './tables.ts'

export type ExtensionRows = ReturnType<typeof createExtensionRows>

/** A clip of ours that is there. */
export type ClipRow = { seq: number; id: string; sha256: string; frames: number; fps: number }

const clip = sql`
  clips.seq, clips.id, media.sha256, media.frames, media.fps
  from generations as clips
    join outputs on outputs.generation_id = clips.id
      and outputs.position = (
        select min(position) from outputs as o join media as m on m.sha256 = o.sha256
        where o.generation_id = clips.id and m.medium = 'video')
    join media on media.sha256 = outputs.sha256 and media.frames is not null
  `
const isThere = sql`clips.state = 'completed' and clips.erased_at is null`

/** Clips and how they were extended. Of several that could follow, the newest outside the trash. */
export function createExtensionRows(db: Kysely<Tables>) {
  const neighbour = async (seq: number, side: 'before' | 'after') => {
    const [toParent, toChild] =
      side === 'before'
        ? ['extend_forward', 'extend_backward']
        : ['extend_backward', 'extend_forward']
    const parents = await sql<ClipRow>`
      select ${clip} join links on links.parent = clips.seq
      where links.child = ${seq} and links.step = ${toParent} and ${isThere}
      order by clips.seq limit 1
    `.execute(db)
    if (parents.rows[0]) return parents.rows[0]
    const children = await sql<ClipRow>`
      select ${clip} join links on links.child = clips.seq
      where links.parent = ${seq} and links.step = ${toChild} and ${isThere}
        and clips.trashed_at is null
      order by clips.seq desc limit 1
    `.execute(db)
    return children.rows[0]
  }

  return {
    async clip(id: string): Promise<ClipRow | undefined> {
      const found = await sql<ClipRow>`select ${clip} where clips.id = ${id} and ${isThere}`
      return (await found.execute(db)).rows[0]
    },
    /** What plays directly before a clip: what it extends, else what extends it backward. */
    before: (seq: number) => neighbour(seq, 'before'),
    after: (seq: number) => neighbour(seq, 'after'),
  }
}
