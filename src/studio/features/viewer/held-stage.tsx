import type { MouseEvent } from 'react'
import type { Generation } from '#contract/generation.ts'
import type { HeldDecision } from '../../api/decide-held.ts'
import { useHeldDecision } from '../../api/use-held-decision.ts'
import { holdWords } from '../../lib/hold-words.ts'
import { priceWords } from '../../lib/price-words.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'

type HeldStageProps = { record: Generation }

/** The place of a picture that was not sent: why, and the person's two ways on. */
export function HeldStage({ record }: HeldStageProps) {
  const { decide, problem } = useHeldDecision(record)
  const { why, next } = holdWords(record, useNow())
  const { set, price, world, held } = record
  const press = (act: HeldDecision['act'], ofSet: boolean) => (event: MouseEvent<HTMLElement>) => {
    event.currentTarget.closest<HTMLElement>('[tabindex="-1"]')?.focus()
    decide(act, ofSet)
  }
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center overflow-y-auto p-6 max-md:p-3">
      <div className="grid max-w-96 gap-3 rounded bg-panel p-4">
        <Reason id="hold-reason" tone="warn" text={why} />
        <p className="text-dense text-quiet tabular-nums">
          {next}
          {held?.reason === 'over_budget' && set && ` This one: ${priceWords(price, world)}.`}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button look="primary" aria-describedby="hold-reason" onClick={press('send', false)}>
            Send anyway
          </Button>
          <Button onClick={press('withdraw', false)}>Take back</Button>
        </div>
        {set && (
          <div className="flex flex-wrap gap-2 border-t pt-3">
            <p className="w-full text-dense text-quiet tabular-nums">
              {set.position} of a set of {set.size}. All that is held of it:
            </p>
            <Button onClick={press('send', true)}>Send the set</Button>
            <Button look="quiet" onClick={press('withdraw', true)}>
              Take the set back
            </Button>
          </div>
        )}
        {problem && (
          <div role="alert">
            <Reason id="hold-problem" tone="bad" text={problem} />
          </div>
        )}
      </div>
    </div>
  )
}
