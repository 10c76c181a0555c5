import { useMutation, useQueryClient } from '@tanstack/react-query'
import { ArrowUpToLine, CirclePause, GripVertical, Send, Undo2 } from 'lucide-react'
import type { ComponentProps } from 'react'
import type { Generation } from '#contract/generation.ts'
import { cancelGeneration } from '../../api/cancel-generation.ts'
import { useHeldDecision } from '../../api/use-held-decision.ts'
import { startOf } from '../../lib/start-of.ts'
import { useNow } from '../../lib/use-now.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { JobRow } from './job-row.tsx'
import { waitingWords } from './waiting-words.ts'

type WaitingJobProps = {
  record: Generation
  isNext: boolean
  isPaused: boolean
  onOpen: (id: string) => void
  onTop: () => void
  handleProps: ComponentProps<'button'>
}

const inRow = '-my-1.5 max-md:my-0'

/** A job that has not left: why and when, sent now or taken back, moved in the line. */
export function WaitingJob(props: WaitingJobProps) {
  const { record, isNext, isPaused, onOpen, onTop, handleProps } = props
  const held = useHeldDecision(record)
  const cancel = useMutation(cancelGeneration(useQueryClient()))
  const { why, when } = waitingWords(record, isNext, isPaused, useNow())
  const name = startOf(record.request.prompt)
  const problem = held.problem ?? cancel.error?.detail
  const takeBack = () => (record.held ? held.decide('withdraw') : cancel.mutate(record.id))
  return (
    <JobRow
      record={record}
      onOpen={onOpen}
      handle={
        <button
          type="button"
          aria-label={`Move: ${name}`}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title="Drag, or Alt with the arrow keys"
          className="-mx-1 flex h-10 w-5 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-quiet hover:bg-raised hover:text-ink max-md:w-8"
          {...handleProps}
        >
          <GripVertical size={14} aria-hidden />
        </button>
      }
      acts={
        <span className="flex max-md:-mr-2">
          {!isNext && (
            <IconButton
              label={`Move to the top: ${name}`}
              icon={ArrowUpToLine}
              onClick={onTop}
              className={inRow}
            />
          )}
          {record.held && (
            <IconButton
              label={`Send anyway: ${name}`}
              icon={Send}
              onClick={() => held.decide('send')}
              className={inRow}
            />
          )}
          <IconButton
            label={`Take back: ${name}`}
            icon={Undo2}
            onClick={takeBack}
            className={inRow}
          />
        </span>
      }
    >
      {why && (
        <p className="flex gap-1 text-warn">
          <CirclePause size={14} aria-hidden className="mt-px shrink-0" />
          <span>{why}</span>
        </p>
      )}
      <p>{when}</p>
      {problem && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
    </JobRow>
  )
}
