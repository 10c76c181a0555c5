import type { Generation } from '#contract/generation.ts'
import { nothingSaid } from '../store/mark-rows.ts'
import type { Store } from '../store/open-store.ts'
import { toRecord } from '../store/to-record.ts'

export type TakenItem = {
  record: Generation
  /** Names. */
  boards: string[]
  /** Ids. */
  parents: string[]
}

const together = 200

/** In the order in which they are named. Each reading of the database is of 200. */
export async function* takenItems(
  store: Store,
  seqs: ArrayLike<number>,
): AsyncGenerator<TakenItem> {
  for (let from = 0; from < seqs.length; from += together) {
    const wanted = Array.from(
      { length: Math.min(together, seqs.length - from) },
      (_, index) => seqs[from + index]!,
    )
    const rows = new Map((await store.taken.bySeqs(wanted)).map((row) => [row.seq, row]))
    const [outputs, said, boards, parents] = await Promise.all([
      store.media.ofGenerations([...rows.values()].map(({ id }) => id)),
      store.marks.ofGenerations(wanted),
      store.taken.boards(wanted),
      store.taken.parents(wanted),
    ])
    for (const seq of wanted) {
      const row = rows.get(seq)
      if (!row) continue
      yield {
        record: toRecord(row, outputs.get(row.id) ?? [], said.get(seq) ?? nothingSaid, null),
        boards: boards.get(seq) ?? [],
        parents: parents.get(seq) ?? [],
      }
    }
  }
}
