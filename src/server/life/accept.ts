import type { World } from '#contract/generation.ts'
import { overBudget } from '#contract/over-budget.ts'
import type { Journal, Submission } from './journal.ts'
import { startOfToday } from './local-days.ts'
import type { Store } from '../store/open-store.ts'

type Parts = {
  store: Pick<Store, 'settings'>
  journal: Pick<Journal, 'intend'>
  world: World
  onIntent: () => void
}

/**
 * Commits what was submitted together, held when it is over a budget. `false` when one of the ids
 * is taken, and then nothing of it is stored.
 */
export type Accept = (items: readonly Submission[], setId?: string) => Promise<boolean>

export function createAccept({ store, journal, world, onIntent }: Parts): Accept {
  return async (items, setId) => {
    const budget = await store.settings.budget()
    const prices = items.map(({ price }) => price)
    const isNew = await journal.intend(items, {
      setId: setId ?? null,
      since: startOfToday(new Date()),
      whyHeld: (committedUsd) =>
        world === 'local' ? null : overBudget({ budget, prices, committedUsd }),
    })
    if (isNew) onIntent()
    return isNew
  }
}
