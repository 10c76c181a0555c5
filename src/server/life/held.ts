import type { World } from '#contract/generation.ts'
import type { Journal } from './journal.ts'
import type { Limits } from './limits.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'
import type { Submitter } from './submitter.ts'

type Parts = {
  store: Pick<Store, 'generations'>
  journal: Pick<Journal, 'released' | 'withdrawn'>
  submitter: Pick<Submitter, 'wake'>
  limits: Pick<Limits, 'lift'>
  world: World
}

export type Held = ReturnType<typeof createHeld>

/** Each is on the disk before the next; what is not held stays as it is. */
async function decide(rows: readonly GenerationRow[], act: Journal['released']) {
  let moved = 0
  for (const { id } of rows) if (await act(id)) moved += 1
  if (moved) return
  throw new ProblemError('not_held', 'It is not held any more, so this cannot be decided now.')
}

/** What a person decides about submissions that are held. */
export function createHeld({ store: { generations }, journal, submitter, limits, world }: Parts) {
  async function find(id: string): Promise<GenerationRow> {
    const row = await generations.find(id)
    if (row) return row
    throw new ProblemError('not_found', 'There is no such generation.')
  }

  async function findSet(setId: string): Promise<GenerationRow[]> {
    const rows = await generations.ofSet(setId)
    if (rows.length) return rows
    throw new ProblemError('not_found', 'There is no such set.')
  }

  async function release(rows: readonly GenerationRow[]) {
    if (rows.some((row) => row.world !== world)) {
      const detail = 'It was written for the other upstream: start the server with that one first.'
      throw new ProblemError('other_world', detail)
    }
    await decide(rows, journal.released)
    if (rows.some(({ held_reason }) => held_reason !== 'over_budget')) limits.lift()
    submitter.wake()
  }

  return {
    send: async (id: string) => release([await find(id)]),
    withdraw: async (id: string) => decide([await find(id)], journal.withdrawn),
    sendSet: async (setId: string) => release(await findSet(setId)),
    withdrawSet: async (setId: string) => decide(await findSet(setId), journal.withdrawn),
  }
}
