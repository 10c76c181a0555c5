import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { noBudget } from '#contract/budget.ts'
import { budgetQuery, saveBudget } from '../../api/budget.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { AmountField } from './amount-field.tsx'
import { amountText, readAmount } from './read-amount.ts'

type BudgetSheetProps = { onClose: () => void }

/** How much may go to Luma without asking. */
export function BudgetSheet({ onClose }: BudgetSheetProps) {
  const { data: budget = noBudget } = useQuery(budgetQuery())
  const save = useMutation(saveBudget(useQueryClient()))
  const [day, setDay] = useState(amountText(budget.day_usd))
  const [once, setOnce] = useState(amountText(budget.submission_usd))
  const dayRead = readAmount(day)
  const onceRead = readAmount(once)

  const submit = () => {
    if ('fault' in dayRead || 'fault' in onceRead) return
    save.mutate({ day_usd: dayRead.usd, submission_usd: onceRead.usd }, { onSuccess: onClose })
  }

  return (
    <Sheet title="Budget" isOpen onClose={onClose}>
      <form
        aria-label="Budget"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          submit()
        }}
        className="grid gap-4"
      >
        <p className="text-quiet">
          What goes over it is held, not sent: it waits on the wall until you send it or take it
          back. Only what goes to Luma counts; the local engine is free.
        </p>
        <div className="grid gap-4 md:grid-cols-2">
          <AmountField label="A day" text={day} read={dayRead} onChange={setDay} />
          <AmountField label="One submission" text={once} read={onceRead} onChange={setOnce} />
        </div>
        {save.error && <Reason id="budget-problem" tone="bad" text={save.error.detail} />}
        <div className="flex justify-end gap-2">
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" look="primary" aria-busy={save.isPending}>
            Save
          </Button>
        </div>
      </form>
    </Sheet>
  )
}
