import { useMutation, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useId, useState } from 'react'
import type { Generation } from '#contract/generation.ts'
import { cancelGeneration } from '../../api/cancel-generation.ts'
import { noCancelWords } from '../../lib/billed-words.ts'
import { formatElapsed } from '../../lib/format-elapsed.ts'
import { progressWords } from '../../lib/progress-words.ts'
import { startOf } from '../../lib/start-of.ts'
import { stateWords } from '../../lib/state-words.ts'
import { useNow } from '../../lib/use-now.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'
import { JobRow } from './job-row.tsx'

type RunningJobProps = { record: Generation; onOpen: (id: string) => void }

/** A job that has left: what happens, for how long, how far it is, and whether it can be stopped. */
export function RunningJob({ record, onOpen }: RunningJobProps) {
  const { mutate, isPending, error } = useMutation(cancelGeneration(useQueryClient()))
  const [isTold, setIsTold] = useState(false)
  const id = useId()
  const elapsedMs = useNow() - Date.parse(record.submitted_at ?? record.created_at)
  const { fraction, words } = progressWords(record.progress, elapsedMs)
  const label = `Cancel: ${startOf(record.request.prompt)}`
  const isFree = record.world === 'local'
  const why = noCancelWords(record)
  return (
    <JobRow
      record={record}
      onOpen={onOpen}
      acts={
        isFree ? (
          <IconButton
            label={label}
            icon={X}
            aria-busy={isPending}
            onClick={() => !isPending && mutate(record.id)}
            className="-my-1.5"
          />
        ) : (
          <>
            <Tooltip text={why}>
              <IconButton
                label={label}
                title=""
                icon={X}
                aria-disabled
                aria-describedby={`${id}-why`}
                aria-expanded={isTold}
                onClick={() => setIsTold(!isTold)}
                className="-my-1.5 opacity-40"
              />
            </Tooltip>
            <span id={`${id}-why`} className="sr-only">
              {why}
            </span>
          </>
        )
      }
    >
      <p className="flex justify-between gap-2">
        <span className="min-w-0 truncate">
          <span className="text-ink">{stateWords(record.state)}</span>
          {words && ` · ${words}`}
        </span>
        <span className="text-ink">{formatElapsed(elapsedMs)}</span>
      </p>
      {fraction !== null && <ProgressBar label="Progress" fraction={fraction} />}
      {isTold && <p className="text-ink">{why}</p>}
      {error && (
        <p role="alert" className="text-bad">
          {error.detail}
        </p>
      )}
    </JobRow>
  )
}
