import { useId } from 'react'
import type { Generation } from '#contract/generation.ts'
import { useForget } from '../../api/use-forget.ts'
import { useSendAgain } from '../../api/use-send-again.ts'
import { twiceWords } from '../../lib/billed-words.ts'
import { failureWords } from '../../lib/failure-words.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { useToast } from '../../ui/use-toast.ts'

/** The two choices where nobody can say whether it was accepted. */
export function LostActs({ record }: { record: Generation }) {
  const again = useSendAgain(record)
  const away = useForget(record)
  const say = useToast()
  const id = useId()
  const problem = again.problem ?? away.problem
  const forget = () =>
    away.forget(() =>
      say({ text: 'Forgotten: it is in the trash', act: { label: 'Undo', run: away.undo } }),
    )
  return (
    <>
      <p id={id} className="text-dense tabular-nums">
        {twiceWords(record, failureWords(record).mayBillTwice)}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          aria-busy={again.isPending}
          aria-describedby={id}
          onClick={() => again.sendAgain(() => say({ text: 'Sent again as a new one' }))}
        >
          Send again as a new one
        </Button>
        {record.trashed_at === null && (
          <Button look="quiet" onClick={forget}>
            Forget
          </Button>
        )}
      </div>
      {problem && (
        <div role="alert">
          <Reason id={`${id}-problem`} tone="bad" text={problem} />
        </div>
      )}
    </>
  )
}
