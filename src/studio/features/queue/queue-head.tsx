import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { CirclePause, Play } from 'lucide-react'
import type { Queue } from '#contract/queue.ts'
import { healthQuery } from '../../api/health.ts'
import { pauseQueue, resumeQueue } from '../../api/queue.ts'
import { useNow } from '../../lib/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { limitWords, pauseWords } from './limit-words.ts'

/** What the upstream takes, as last seen, and whether anything is sent at all. */
export function QueueHead({ queue }: { queue: Queue }) {
  const client = useQueryClient()
  const pause = useMutation(pauseQueue(client))
  const resume = useMutation(resumeQueue(client))
  const { data: health } = useQuery(healthQuery())
  const now = useNow()
  const { paused, limits } = queue
  const waits = paused ? 'Nothing is sent until you send on.' : pauseWords(limits, now)
  const problem = (pause.error ?? resume.error)?.detail
  return (
    <div className="grid shrink-0 gap-2 border-b px-4 pb-3 text-dense text-quiet tabular-nums">
      <div className="flex items-start justify-between gap-3">
        <p className="min-w-0 flex-1 py-2">{health && limitWords(limits, health.engine, now)}</p>
        <Button
          look={paused ? 'primary' : 'plain'}
          onClick={() => (paused ? resume : pause).mutate()}
        >
          {paused ? <Play size={14} aria-hidden /> : <CirclePause size={14} aria-hidden />}
          {paused ? 'Send on' : 'Hold all'}
        </Button>
      </div>
      {waits && <p className={paused ? 'text-warn' : ''}>{waits}</p>}
      {problem && (
        <p role="alert" className="text-bad">
          {problem}
        </p>
      )}
    </div>
  )
}
