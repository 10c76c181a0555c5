import { useQuery } from '@tanstack/react-query'
import { Wallet } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { budgetQuery } from '../../api/budget.ts'
import { usageQuery } from '../../api/usage.ts'
import { sumOf } from './plan/usd-words.ts'

const BudgetSheet = lazy(() =>
  import('./budget-sheet.tsx').then((module) => ({ default: module.BudgetSheet })),
)

/** What went to Luma today, of how much; opens the budget. */
export function SpendLine() {
  const { data: usage } = useQuery(usageQuery())
  const { data: budget } = useQuery(budgetQuery())
  const [isOpen, setIsOpen] = useState(false)
  const day = budget?.day_usd ?? null
  const spent = usage && `${usage.today_estimate ? '~' : ''}${sumOf(usage.today_usd)}`
  const words = spent ? `Today ${spent}${day === null ? '' : ` of ${sumOf(day)}`}` : 'Budget'
  return (
    <>
      <button
        type="button"
        aria-label={spent ? `${words}: change the budget` : 'Budget'}
        aria-haspopup="dialog"
        onClick={() => setIsOpen(true)}
        className="-ml-1 flex h-6 items-center gap-1 rounded-sm px-1 text-dense text-quiet tabular-nums hover:bg-raised hover:text-ink max-md:h-10 pointer-coarse:h-10"
      >
        <Wallet size={12} aria-hidden />
        {words}
      </button>
      <Suspense>{isOpen && <BudgetSheet onClose={() => setIsOpen(false)} />}</Suspense>
    </>
  )
}
