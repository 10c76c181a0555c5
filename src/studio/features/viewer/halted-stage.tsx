import { type Generation, withdrawnCode } from '#contract/generation.ts'
import { lostWords } from '../../lib/lost-words.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'

type HaltedStageProps = { record: Generation; onReuse: (() => void) | null }

/** What went wrong, why, and the next step. */
export function HaltedStage({ record, onReuse }: HaltedStageProps) {
  const isLost = record.state === 'unknown'
  const text = isLost
    ? lostWords(record.world)
    : (record.failure_reason ?? 'It failed, and no reason was given.')
  const isWithdrawn = record.failure_code === withdrawnCode
  const nextWords = isLost
    ? 'It is not sent again by itself. Sending it again is a new submission.'
    : isWithdrawn
      ? 'Its words and settings are kept here.'
      : 'Change the words or the settings and go again.'
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center p-6">
      <div className="grid max-w-96 justify-items-start gap-3 rounded bg-panel p-4">
        {isWithdrawn ? (
          <p>{text}</p>
        ) : (
          <Reason id="halt-reason" tone={isLost ? 'warn' : 'bad'} text={text} />
        )}
        <p className="text-dense text-quiet">{nextWords}</p>
        {onReuse && <Button onClick={onReuse}>Use these settings</Button>}
      </div>
    </div>
  )
}
