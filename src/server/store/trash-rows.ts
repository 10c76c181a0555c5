import { type Kysely, sql } from 'kysely'
import { isSettled } from '#contract/generation.ts'
import { eraseRows } from './erase-rows.ts'
import { inChunks } from './in-chunks.ts'
import { addLeftover, readLeftover, settleLeftover } from './leftover-rows.ts'
import type { Tables } from './tables.ts'

export type TrashRows = ReturnType<typeof createTrashRows>

const among = (named: string) => sql<number>`(select value from json_each(${named}))`

async function areSettled(db: Kysely<Tables>, seqs: readonly number[]): Promise<boolean> {
  for await (const named of inChunks(seqs)) {
    const states = await db
      .selectFrom('generations')
      .select('state')
      .distinct()
      .where('seq', 'in', among(named))
      .execute()
    if (!states.every(({ state }) => isSettled(state))) return false
  }
  return true
}

export function createTrashRows(db: Kysely<Tables>) {
  return {
    /** All of them in one commit, or none when one of them is not over yet. */
    throwAway: (seqs: readonly number[], at: string): Promise<number | 'not_settled'> =>
      db.transaction().execute(async (transaction) => {
        if (!(await areSettled(transaction, seqs))) return 'not_settled'
        let thrown = 0
        for await (const named of inChunks(seqs)) {
          const { numUpdatedRows } = await transaction
            .updateTable('generations')
            .set({ trashed_at: at })
            .where('seq', 'in', among(named))
            .where('trashed_at', 'is', null)
            .executeTakeFirst()
          thrown += Number(numUpdatedRows)
        }
        return thrown
      }),

    restore: (seqs: readonly number[]): Promise<number> =>
      db.transaction().execute(async (transaction) => {
        let restored = 0
        for await (const named of inChunks(seqs)) {
          const { numUpdatedRows } = await transaction
            .updateTable('generations')
            .set({ trashed_at: null })
            .where('seq', 'in', among(named))
            .where('erased_at', 'is', null)
            .where('trashed_at', 'is not', null)
            .executeTakeFirst()
          restored += Number(numUpdatedRows)
        }
        return restored
      }),

    /**
     * Of what is in the trash, everything but the row with its kind, times and price, and who came
     * from it; also its words in the history, unless they were sent for another. Its media are
     * told by `leftoverMedia` from this commit on, unless something else uses them, and the local
     * engine's own copies by `leftoverJobs`.
     */
    erase: (seqs: readonly number[], at: string): Promise<number> =>
      db.transaction().execute(async (transaction) => {
        const unused: string[] = []
        const jobs: string[] = []
        let erased = 0
        for await (const named of inChunks(seqs)) {
          const gone = await eraseRows(transaction, named, at)
          unused.push(...gone.unused)
          jobs.push(...gone.jobs)
          erased += gone.count
        }
        await addLeftover(transaction, 'erased_media', unused)
        await addLeftover(transaction, 'erased_jobs', jobs)
        return erased
      }),

    leftoverMedia: (): Promise<string[]> => readLeftover(db, 'erased_media'),
    leftoverJobs: (): Promise<string[]> => readLeftover(db, 'erased_jobs'),

    /** Their files are gone, or are wanted again. */
    removedMedia: (hashes: ReadonlySet<string>) => settleLeftover(db, 'erased_media', hashes),
    removedJobs: (ids: ReadonlySet<string>) => settleLeftover(db, 'erased_jobs', ids),
  }
}
