import type { Kysely } from 'kysely'
import type { MediaRow, Tables } from './tables.ts'

export type UploadRows = ReturnType<typeof createUploadRows>

export function createUploadRows(db: Kysely<Tables>) {
  return {
    add: (id: string, media: MediaRow, createdAt: string): Promise<void> =>
      db.transaction().execute(async (transaction) => {
        await transaction
          .insertInto('media')
          .values(media)
          .onConflict((conflict) => conflict.column('sha256').doNothing())
          .execute()
        await transaction
          .insertInto('uploads')
          .values({ id, sha256: media.sha256, created_at: createdAt })
          .execute()
      }),

    find: (id: string): Promise<MediaRow | undefined> =>
      db
        .selectFrom('uploads')
        .innerJoin('media', 'media.sha256', 'uploads.sha256')
        .selectAll('media')
        .where('uploads.id', '=', id)
        .executeTakeFirst(),
  }
}
