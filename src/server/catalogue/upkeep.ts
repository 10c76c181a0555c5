import { setImmediate as breathe } from 'node:timers/promises'
import { type GenerationChanged, isSettled, type State } from '#contract/generation.ts'
import type { Events } from '../life/events.ts'
import type { CatalogueRows } from '../store/catalogue-rows.ts'
import type { Columns } from './columns.ts'

type Board = { id: string; name: string; find: string | null }
type Parts = { rows: CatalogueRows; events: Events; columns: Columns; onChange: () => void }

/** Rows that are read before others get their turn. */
const chunk = 2000
const gatherMs = 15

/** Keeps the columns as the database is. */
export function createUpkeep({ rows, events, columns, onChange }: Parts) {
  const pending = new Set<string>()
  const lastStates = new Map<string, State>()
  let boards: readonly Board[] = []
  let timer: NodeJS.Timeout | undefined
  const closing = new AbortController()
  const { signal } = closing
  let work: Promise<void> = load()
  const loaded = work
  let gathering: Promise<void> = loaded
  loaded.catch(() => undefined)

  async function load() {
    await breathe()
    boards = await rows.boards()
    const last = await rows.lastSeq()
    for (let after = 0; after < last && !signal.aborted; after += chunk) {
      for (const row of await rows.within(after, after + chunk)) columns.put(row)
      await breathe()
    }
  }

  /** One after the other, also after one that failed. */
  function inTurn(step: () => Promise<void>): Promise<void> {
    work = work.catch(() => undefined).then(() => (signal.aborted ? undefined : step()))
    return work
  }

  async function read(seqs: readonly number[]) {
    const parents = new Set<number>()
    for (let at = 0; at < seqs.length && !signal.aborted; at += chunk) {
      if (at) await breathe()
      const some = seqs.slice(at, at + chunk)
      for (const row of await rows.among(some)) columns.put(row)
      for (const parent of await rows.parentsOf(some)) parents.add(parent)
    }
    for (const seq of seqs) parents.delete(seq)
    return [...parents]
  }

  const reread = (seqs: readonly number[]) =>
    inTurn(async () => {
      const parents = await read(seqs)
      await read(parents)
      boards = await rows.boards()
      onChange()
    })

  /** Progress is told many times a second and changes nothing here. */
  function hear({ id, state }: GenerationChanged) {
    if (lastStates.get(id) === state) return
    if (isSettled(state)) lastStates.delete(id)
    else lastStates.set(id, state)
    pending.add(id)
    timer ??= setTimeout(gather, gatherMs).unref()
  }

  function gather() {
    clearTimeout(timer)
    timer = undefined
    const ids = [...pending]
    pending.clear()
    if (!ids.length) return
    gathering = rows.seqsOf(ids).then(reread)
    gathering.catch(() => undefined)
  }

  const silence = events.listen(hear)
  return {
    /** Reads rows again that were changed otherwise than by a step of their life. */
    touch: (seqs: readonly number[]): Promise<void> => reread(seqs),

    /** Everything that was told until now is in the columns. */
    async ready() {
      await loaded
      gather()
      await gathering
    },

    boards: () => boards,

    async close() {
      closing.abort()
      silence()
      clearTimeout(timer)
      await Promise.allSettled([work, gathering])
    },
  }
}
