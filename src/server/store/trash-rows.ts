import { type Kysely, sql } from 'kysely'
import { isSettled } from '#contract/generation.ts'
import { eraseRows } from './erase-rows.ts'
import { inChunks } from './in-chunks.ts'
import { readLeftover, writeLeftover } from './leftover-rows.ts'
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
     * from it. Its media are told by `leftover` from this commit on, unless something else uses
     * them.
     */
    erase: (seqs: readonly number[], at: string): Promise<number> =>
      db.transaction().execute(async (transaction) => {
        const unused = await readLeftover(transaction)
        let erased = 0
        for await (const named of inChunks(seqs)) {
          const gone = await eraseRows(transaction, named, at)
          unused.push(...gone.unused)
          erased += gone.count
        }
        await writeLeftover(transaction, unused)
        return erased
      }),

    leftover: (): Promise<string[]> => readLeftover(db),

    /** Their files are gone, or are wanted again. */
    removed: (hashes: ReadonlySet<string>): Promise<void> =>
      db.transaction().execute(async (transaction) => {
        const left = await readLeftover(transaction)
        await writeLeftover(
          transaction,
          left.filter((each) => !hashes.has(each)),
        )
      }),
  }
}
