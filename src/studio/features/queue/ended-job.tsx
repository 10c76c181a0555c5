import { Check, CircleAlert, Undo2 } from 'lucide-react'
import type { Generation } from '#contract/generation.ts'
import { useSendAgain } from '../../api/use-send-again.ts'
import { failureWords } from '../../lib/failure-words.ts'
import { formatTook } from '../../lib/format-took.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/use-toast.ts'
import { JobRow } from './job-row.tsx'

type EndedJobProps = {
  record: Generation
  onOpen: (id: string) => void
  onReuse: (record: Generation) => void
}

const tones = { quiet: 'text-quiet', warn: 'text-warn', bad: 'text-bad' }

/** A job that is over: ready, or why not and what can be done about it. */
export function EndedJob(props: EndedJobProps) {
  const { record, onOpen } = props
  const { settled_at, submitted_at, created_at } = record
  if (record.state === 'failed') return <FailedJob {...props} />
  const tookMs = settled_at ? Date.parse(settled_at) - Date.parse(submitted_at ?? created_at) : null
  return (
    <JobRow record={record} onOpen={onOpen}>
      <p className="flex gap-1">
        <Check size={14} aria-hidden className="mt-px shrink-0" />
        Ready{tookMs !== null && `, took ${formatTook(tookMs)}`}
      </p>
    </JobRow>
  )
}

function FailedJob({ record, onOpen, onReuse }: EndedJobProps) {
  const { sendAgain, isPending, problem } = useSendAgain(record)
  const say = useToast()
  const { says, next, told, again, tone } = failureWords(record)
  const Icon = tone === 'quiet' ? Undo2 : CircleAlert
  return (
    <JobRow record={record} onOpen={onOpen}>
      <p className={`flex gap-1 ${tones[tone]}`}>
        <Icon size={14} aria-hidden className="mt-px shrink-0" />
        <span className="min-w-0 wrap-anywhere">{says}</span>
      </p>
      {told && <p className="line-clamp-3 wrap-anywhere">“{told}”</p>}
      {tone !== 'quiet' && <p>{next}</p>}
      <div className="mt-1 flex flex-wrap gap-1">
        {again ? (
          <Button
            aria-busy={isPending}
            onClick={() => sendAgain(() => say({ text: 'Sent again as a new one' }))}
          >
            {again}
          </Button>
        ) : (
          <Button onClick={() => onReuse(record)}>Use these settings</Button>
        )}
      </div>
      {problem && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
    </JobRow>
  )
}
