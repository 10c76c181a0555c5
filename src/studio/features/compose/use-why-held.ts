import { useQuery } from '@tanstack/react-query'
import { noBudget } from '#contract/budget.ts'
import { overBudget } from '#contract/over-budget.ts'
import { budgetQuery } from '../../api/budget.ts'
import { healthQuery } from '../../api/health.ts'
import { usageQuery } from '../../api/usage.ts'
import type { Expansion } from './plan/expand-plan.ts'

/** Why the server would hold this, said before anybody presses; `null`: it goes. */
export function useWhyHeld({ items }: Pick<Expansion, 'items'>): string | null {
  const { data: health } = useQuery(healthQuery())
  const { data: budget = noBudget } = useQuery(budgetQuery())
  const { data: usage } = useQuery(usageQuery())
  const prices = items.filter(({ isRefused }) => !isRefused).map(({ price }) => price)
  if (health?.engine === 'local' || !prices.length) return null
  const why = overBudget({ budget, prices, committedUsd: usage?.today_usd ?? 0 })
  return why && `${why} It is held here until you send it.`
}
