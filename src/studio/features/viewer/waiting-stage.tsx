import type { Generation } from '#contract/generation.ts'
import { formatElapsed } from '../../lib/format-elapsed.ts'
import { progressWords } from '../../lib/progress-words.ts'
import { stateWords } from '../../lib/state-words.ts'
import { useNow } from '../../lib/use-now.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { HeldStage } from './held-stage.tsx'

type WaitingStageProps = { record: Generation }

/** The place of a picture that is not there yet. */
export const WaitingStage = ({ record }: WaitingStageProps) =>
  record.state === 'held' ? (
    <HeldStage key={record.id} record={record} />
  ) : (
    <RunningStage record={record} />
  )

function RunningStage({ record }: WaitingStageProps) {
  const elapsedMs = useNow() - Date.parse(record.created_at)
  const { fraction, words } = progressWords(record.progress, elapsedMs)
  return (
    <div className="flex min-h-0 flex-1 items-center justify-center p-6">
      <div className="grid w-full max-w-80 gap-3 rounded bg-panel p-4 tabular-nums">
        <p className="flex justify-between text-title">
          <span>{stateWords(record.state)}</span>
          <span>{formatElapsed(elapsedMs)}</span>
        </p>
        {fraction !== null && <ProgressBar label="Progress" fraction={fraction} />}
        <p className="text-dense text-quiet">
          {words || 'The result is copied to this machine the moment it is ready.'}
        </p>
      </div>
    </div>
  )
}
