import { isSettled } from '#contract/generation.ts'
import type { Price } from '#contract/price.ts'
import { usdWords } from '#contract/usd-words.ts'
import type { Journal } from './journal.ts'
import { ProblemError } from '../problem-error.ts'
import type { Store } from '../store/open-store.ts'
import type { GenerationRow } from '../store/tables.ts'
import type { Upstream } from '../upstream/upstream.ts'

type Parts = {
  store: Pick<Store, 'generations'>
  journal: Pick<Journal, 'withdrawn' | 'cancelled'>
  upstream: Pick<Upstream, 'world' | 'cancel'>
}

/** @throws ProblemError when it cannot be cancelled, in words for people. */
export type Cancel = (id: string) => Promise<void>

function billedBy({ price }: GenerationRow): string {
  if (price === null) return 'It will be billed, at a price that is not known.'
  const { usd, estimate } = JSON.parse(price) as Price
  return `It will be billed ${estimate ? 'about ' : ''}${usdWords(usd)}.`
}

function whyNot(row: GenerationRow): string {
  if (row.state === 'submitting') return 'It is being sent at this moment, so it cannot be stopped.'
  if (row.state === 'archiving') return 'It is done: its result is being copied to this machine.'
  if (isSettled(row.state)) return 'It is over already, so there is nothing to cancel.'
  if (row.world === 'luma') return `Luma has no cancel. ${billedBy(row)}`
  return 'It ended at this moment.'
}

/** Takes back what was not sent, and stops what the local engine has. */
export function createCancel({ store: { generations }, journal, upstream }: Parts): Cancel {
  async function find(id: string): Promise<GenerationRow> {
    const row = await generations.find(id)
    if (row) return row
    throw new ProblemError('not_found', 'There is no such generation.')
  }

  async function stop({ id, state, world, upstream_id }: GenerationRow): Promise<boolean> {
    if (world !== 'local' || (state !== 'queued' && state !== 'processing')) return false
    if (world !== upstream.world || !upstream.cancel) {
      const detail = 'The local engine has it: start the server with that one first.'
      throw new ProblemError('other_world', detail)
    }
    if (!(await upstream.cancel(upstream_id ?? ''))) return false
    await journal.cancelled(id)
    return true
  }

  return async (id) => {
    await find(id)
    if (await journal.withdrawn(id, ['intent', 'held'])) return
    if (await stop(await find(id))) return
    throw new ProblemError('not_cancellable', whyNot(await find(id)))
  }
}
