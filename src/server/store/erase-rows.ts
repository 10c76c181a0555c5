import { type Kysely, sql } from 'kysely'
import { forgetPrompt } from './prompt-rows.ts'
import type { Tables } from './tables.ts'

const among = <T>(list: readonly T[]) =>
  sql<T>`(select value from json_each(${JSON.stringify(list)}))`

/**
 * Erases what is in the trash of these, named as JSON. Gives which media nothing uses any more, and
 * which jobs of the local engine.
 */
export async function eraseRows(db: Kysely<Tables>, named: string, at: string) {
  const gone = await db
    .selectFrom('generations')
    .select(['seq', 'id', 'world', 'upstream_id', 'prompt'])
    .where('seq', 'in', sql<number>`(select value from json_each(${named}))`)
    .where('trashed_at', 'is not', null)
    .where('erased_at', 'is', null)
    .execute()
  if (!gone.length) return { count: 0, unused: [], jobs: [] }
  const seqs = among(gone.map(({ seq }) => seq))
  const ids = among(gone.map(({ id }) => id))
  const media = await db
    .selectFrom('outputs')
    .select('sha256')
    .distinct()
    .where('generation_id', 'in', ids)
    .execute()
  for (const { prompt } of gone) await forgetPrompt(db, prompt)
  await db.deleteFrom('outputs').where('generation_id', 'in', ids).execute()
  await db.deleteFrom('tags').where('seq', 'in', seqs).execute()
  await db.deleteFrom('board_items').where('seq', 'in', seqs).execute()
  await db
    .updateTable('generations')
    .set({
      erased_at: at,
      request: sql`json_object('type', request ->> '$.type', 'prompt', '')`,
      sent: null,
      understood: null,
      note: '',
      failure_reason: null,
    })
    .where('seq', 'in', seqs)
    .execute()
  const unused = await db
    .deleteFrom('media')
    .where('sha256', 'in', among(media.map(({ sha256 }) => sha256)))
    .where(sql<boolean>`not exists (select 1 from outputs where outputs.sha256 = media.sha256)`)
    .where(sql<boolean>`not exists (select 1 from uploads where uploads.sha256 = media.sha256)`)
    .returning('sha256')
    .execute()
  return {
    count: gone.length,
    unused: unused.map(({ sha256 }) => sha256),
    jobs: gone.flatMap(({ world, upstream_id }) =>
      world === 'local' && upstream_id !== null ? [upstream_id] : [],
    ),
  }
}
