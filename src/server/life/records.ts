import type { Generation, GenerationPage } from '#contract/generation.ts'
import type { Journal } from './journal.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'
import { nothingSaid } from '../store/mark-rows.ts'
import { toRecord } from '../store/to-record.ts'

export type Records = ReturnType<typeof createRecords>

const writeCursor = (seq: number) => Buffer.from(`s${seq}`).toString('base64url')

function readCursor(cursor: string): number {
  const match = /^s([1-9]\d{0,14})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'))
  if (!match) {
    throw new ProblemError('shape', 'This cursor is not one of ours.', { path: 'cursor' })
  }
  return Number(match[1])
}

/** Reading side of the journal: rows, their outputs and their progress as records. */
export function createRecords(store: Store, journal: Pick<Journal, 'progressOf'>) {
  async function shown(rows: readonly GenerationRow[]): Promise<Generation[]> {
    const outputs = await store.media.ofGenerations(rows.map(({ id }) => id))
    const said = await store.marks.ofGenerations(rows.map(({ seq }) => seq))
    return rows.map((row) =>
      toRecord(
        row,
        outputs.get(row.id) ?? [],
        said.get(row.seq) ?? nothingSaid,
        journal.progressOf(row.id),
      ),
    )
  }

  return {
    shown,

    /** With `sent`. */
    async one(id: string): Promise<Generation | undefined> {
      const row = await store.generations.find(id)
      if (!row || row.erased_at) return undefined
      const [record] = await shown([row])
      if (!record || row.sent === null) return record
      return { ...record, sent: JSON.parse(row.sent) }
    },

    /** In the order of its positions. */
    async ofSet(setId: string): Promise<Generation[]> {
      const rows = await store.generations.ofSet(setId)
      return shown(rows.filter((row) => row.erased_at === null))
    },

    /** Newest first. */
    async page(limit: number, cursor?: string): Promise<GenerationPage> {
      const before = cursor === undefined ? undefined : readCursor(cursor)
      const rows = await store.generations.page(limit + 1, before)
      const last = rows.slice(0, limit).at(-1)
      return {
        data: await shown(rows.slice(0, limit)),
        next_cursor: rows.length > limit && last ? writeCursor(last.seq) : null,
      }
    },
  }
}
