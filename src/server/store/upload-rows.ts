import type { Kysely } from 'kysely'
import type { MediaRow, Tables } from './tables.ts'

/** The media that an upload was made of, and the frame where it is one. */
export type MadeFrom = { sha256: string; frame?: number }

export type UploadRows = ReturnType<typeof createUploadRows>

export function createUploadRows(db: Kysely<Tables>) {
  return {
    add: (id: string, media: MediaRow, createdAt: string, from?: MadeFrom): Promise<void> =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('media')
          .values(media)
          .onConflict((conflict) => conflict.column('sha256').doNothing())
          .execute()
        await transaction
          .insertInto('uploads')
          .values({
            id,
            sha256: media.sha256,
            created_at: createdAt,
            from_sha256: from?.sha256 ?? null,
            from_frame: from?.frame ?? null,
          })
          .execute()
      }),

    /** What an upload was made of in the first place: of what was cut, the whole. */
    async madeFrom(id: string): Promise<string | null> {
      const row = await db
        .selectFrom('uploads')
        .select(['sha256', 'from_sha256'])
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? (row.from_sha256 ?? row.sha256) : null
    },

    find: (id: string): Promise<MediaRow | undefined> =>
      db
        .selectFrom('uploads')
        .innerJoin('media', 'media.sha256', 'uploads.sha256')
        .selectAll('media')
        .where('uploads.id', '=', id)
        .executeTakeFirst(),
  }
}
