import { useId } from 'react'
import type { Generation } from '#contract/generation.ts'
import { useSendAgain } from '../../api/use-send-again.ts'
import { failureWords } from '../../lib/failure-words.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { LostActs } from './lost-acts.tsx'

type HaltedStageProps = { record: Generation; onReuse: (() => void) | null }

/** What went wrong, why, and the next step. */
export function HaltedStage({ record, onReuse }: HaltedStageProps) {
  const { says, next, told, again, tone } = failureWords(record)
  const { sendAgain, isPending, problem } = useSendAgain(record)
  const say = useToast()
  const id = useId()
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center overflow-y-auto p-6 max-md:p-3">
      <div className="grid max-w-96 justify-items-start gap-3 rounded bg-panel p-4">
        {tone === 'quiet' ? <p id={id}>{says}</p> : <Reason id={id} tone={tone} text={says} />}
        {told && <p className="text-dense wrap-anywhere">“{told}”</p>}
        <p className="text-dense text-quiet">{next}</p>
        {record.state === 'unknown' ? (
          <LostActs record={record} />
        ) : (
          <div className="flex flex-wrap gap-2">
            {again && (
              <Button
                look="primary"
                aria-busy={isPending}
                aria-describedby={id}
                onClick={() => sendAgain(() => say({ text: 'Sent again as a new one' }))}
              >
                {again}
              </Button>
            )}
            {onReuse && <Button onClick={onReuse}>Use these settings</Button>}
          </div>
        )}
        {problem && (
          <div role="alert">
            <Reason id={`${id}-problem`} tone="bad" text={problem} />
          </div>
        )}
      </div>
    </div>
  )
}
