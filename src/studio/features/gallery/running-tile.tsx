import type { Generation } from '#contract/generation.ts'
import { formatElapsed } from '../../lib/format-elapsed.ts'
import { progressWords } from '../../lib/progress-words.ts'
import { stateWords } from '../../lib/state-words.ts'
import { useNow } from '../../lib/use-now.ts'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { SetPlace } from './set-place.tsx'

type RunningTileProps = { record: Generation }

/** A job on its way: its words, what is happening, for how long, and how far it is. */
export function RunningTile({ record }: RunningTileProps) {
  const elapsedMs = useNow() - Date.parse(record.created_at)
  const { fraction, words } = progressWords(record.progress, elapsedMs)
  return (
    <span className="@container absolute inset-0 flex flex-col justify-between bg-raised">
      <span className="line-clamp-4 group-data-choosing/tile:indent-6 m-3 hyphens-auto wrap-anywhere mb-0 text-body text-ink @max-[130px]:m-2 @max-[130px]:text-dense">
        {record.request.prompt}
      </span>
      <span className="m-3 grid gap-2 text-dense text-quiet tabular-nums @max-[130px]:m-2">
        <span className="flex flex-wrap justify-between gap-x-3">
          <span className="flex gap-x-2">
            {stateWords(record.state)}
            <SetPlace set={record.set} />
          </span>
          <span>{formatElapsed(elapsedMs)}</span>
        </span>
        {words && <span className="@max-[130px]:hidden">{words}</span>}
        {fraction !== null && <ProgressBar label="Progress" fraction={fraction} />}
      </span>
    </span>
  )
}
