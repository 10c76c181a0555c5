import type { Kysely } from 'kysely'
import type { MediaRow, Tables } from './tables.ts'

/** The media that an upload was made of, and its frame or the first of a part. */
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

    /** What bytes were made of in the first place: of a part of a clip, the whole and where it begins. */
    async madeFrom(sha256: string): Promise<Required<MadeFrom>> {
      const itself = { sha256, frame: 0 }
      const outputs = db
        .selectFrom('outputs')
        .select('sha256')
        .where('sha256', '=', sha256)
        .limit(1)
      if (await outputs.executeTakeFirst()) return itself
      const row = await db
        .selectFrom('uploads')
        .select(['from_sha256', 'from_frame'])
        .where('sha256', '=', sha256)
        .where('from_sha256', 'is not', null)
        .orderBy('created_at')
        .limit(1)
        .executeTakeFirst()
      return row?.from_sha256 ? { sha256: row.from_sha256, frame: row.from_frame ?? 0 } : itself
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
