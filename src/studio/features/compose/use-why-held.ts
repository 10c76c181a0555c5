import { useQuery } from '@tanstack/react-query'
import { noBudget } from '#contract/budget.ts'
import { budgetQuery } from '../../api/budget.ts'
import { healthQuery } from '../../api/health.ts'
import { usageQuery } from '../../api/usage.ts'
import type { Expansion } from './plan/expand-plan.ts'
import { whyHeld } from './why-held.ts'

/** Why the server would hold this, said before anybody presses. */
export function useWhyHeld({ price }: Pick<Expansion, 'price'>): string | null {
  const { data: health } = useQuery(healthQuery())
  const { data: budget = noBudget } = useQuery(budgetQuery())
  const { data: usage } = useQuery(usageQuery())
  const world = health?.engine ?? 'luma'
  return whyHeld({ world, budget, todayUsd: usage?.today_usd ?? 0, price })
}
