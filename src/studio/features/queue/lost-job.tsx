import { CircleHelp } from 'lucide-react'
import { useId } from 'react'
import type { Generation } from '#contract/generation.ts'
import { useForget } from '../../api/use-forget.ts'
import { useSendAgain } from '../../api/use-send-again.ts'
import { amountWords, twiceWords } from '../../lib/billed-words.ts'
import { failureWords } from '../../lib/failure-words.ts'
import { formatInstant } from '../../lib/format-instant.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { JobRow } from './job-row.tsx'

type LostJobProps = { record: Generation; onOpen: (id: string) => void }

/** A submission whose answer never came: what it may have cost, and a person's two choices. */
export function LostJob({ record, onOpen }: LostJobProps) {
  const again = useSendAgain(record)
  const away = useForget(record)
  const say = useToast()
  const id = useId()
  const { says, mayBillTwice } = failureWords(record)
  const problem = again.problem ?? away.problem
  const forget = () =>
    away.forget(() =>
      say({ text: 'Forgotten: it is in the trash', act: { label: 'Undo', run: away.undo } }),
    )
  return (
    <div className="rounded border border-warn p-2">
      <JobRow record={record} onOpen={onOpen}>
        <p className="flex gap-1 text-warn">
          <CircleHelp size={14} aria-hidden className="mt-px shrink-0" />
          <span>{says}</span>
        </p>
        <p>
          {formatInstant(record.created_at)}
          {mayBillTwice && ` · ${amountWords(record)} in question`}
        </p>
        <p id={`${id}-twice`}>{twiceWords(record, mayBillTwice)}</p>
        <div className="mt-1 flex flex-wrap gap-1">
          <Button
            aria-busy={again.isPending}
            aria-describedby={`${id}-twice`}
            onClick={() => again.sendAgain(() => say({ text: 'Sent again as a new one' }))}
          >
            Send again as a new one
          </Button>
          <Button look="quiet" onClick={forget}>
            Forget
          </Button>
        </div>
        {problem && (
          <p role="alert" className="text-bad">
            {problem}
          </p>
        )}
      </JobRow>
    </div>
  )
}
