import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import type { Generation } from '#contract/generation.ts'
import { isUnderWay, isWaiting } from '../../api/queue.ts'
import { useQueue } from '../../api/use-queue.ts'
import { countOf } from '../../lib/count-of.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { EndedJob } from './ended-job.tsx'
import { HoldButton } from './hold-button.tsx'
import { JobSection } from './job-section.tsx'
import { lastEnded } from './last-ended.ts'
import { LimitLines } from './limit-lines.tsx'
import { LostJob } from './lost-job.tsx'
import { RunningJob } from './running-job.tsx'
import { WaitingJobs } from './waiting-jobs.tsx'

type QueuePanelProps = {
  /** What was seen running since the page was opened, as it is now. */
  seen: readonly Generation[]
  onOpen: (id: string) => void
  onReuse: (record: Generation) => void
  onClose: () => void
  /** Below everything. */
  foot?: ReactNode
}

/** Everything that is not over: what is sent, what waits, and what a person has to decide. */
export function QueuePanel({ seen, onOpen, onReuse, onClose, foot }: QueuePanelProps) {
  const { data: queue, error } = useQueue()
  const region = useRef<HTMLElement>(null)
  useEffect(() => region.current?.focus({ preventScroll: true }), [])

  const all = queue?.data ?? []
  const lost = all.filter(({ state }) => state === 'unknown')
  const running = all.filter(isUnderWay)
  const waiting = all.filter(isWaiting)
  const ended = lastEnded(seen)
  const isEmpty = queue && !all.length && !ended.length
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.stopPropagation()
    onClose()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc leaves it
    <aside
      ref={region}
      aria-label="Queue"
      tabIndex={-1}
      onKeyDown={leave}
      className="flex min-h-0 w-[360px] shrink-0 flex-col border-l bg-panel outline-none max-md:w-full max-md:flex-1 max-md:border-l-0"
    >
      <header className="flex h-12 shrink-0 items-center gap-2 pr-2 pl-4">
        <h2 className="flex-1 text-title font-semibold">Queue</h2>
        {queue && <HoldButton isPaused={queue.paused} />}
        <IconButton label="Close the queue" icon={X} onClick={onClose} className="max-md:hidden" />
      </header>
      {queue && <LimitLines queue={queue} />}
      {error && (
        <div role="alert" className="p-4">
          <Reason id="queue-problem" tone="bad" text={error.message} />
        </div>
      )}
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <JobSection title="Lost answers" count={lost.length}>
          {lost.map((record) => (
            <LostJob key={record.id} record={record} onOpen={onOpen} />
          ))}
        </JobSection>
        <JobSection title="Under way" count={running.length}>
          {running.map((record) => (
            <RunningJob key={record.id} record={record} onOpen={onOpen} />
          ))}
        </JobSection>
        <JobSection title="Held and waiting" count={waiting.length}>
          <WaitingJobs records={waiting} isPaused={queue?.paused ?? false} onOpen={onOpen} />
          {queue && queue.more > 0 && (
            <p className="text-dense text-quiet">{`And ${countOf(queue.more, 'other')}.`}</p>
          )}
        </JobSection>
        <JobSection title="Ended lately" count={ended.length}>
          {ended.map((record) => (
            <EndedJob key={record.id} record={record} onOpen={onOpen} onReuse={onReuse} />
          ))}
        </JobSection>
        {isEmpty && (
          <div className="grid gap-1 p-4">
            <p>Nothing is under way.</p>
            <p className="text-dense text-quiet">
              What you generate stands here until it ends. Hold all, and it waits for you first.
            </p>
          </div>
        )}
        <div className="mt-auto">{foot}</div>
      </div>
    </aside>
  )
}
