import { useQuery } from '@tanstack/react-query'
import type { Queue } from '#contract/queue.ts'
import { healthQuery } from '../../api/health.ts'
import { useNow } from '../../lib/use-now.ts'
import { limitWords, pauseWords } from './limit-words.ts'

/** What the upstream takes, as last seen, and why nothing is sent at the moment. */
export function LimitLines({ queue }: { queue: Queue }) {
  const { data: health } = useQuery(healthQuery())
  const now = useNow()
  const { paused, limits } = queue
  const waits = paused ? 'Nothing is sent until you send on.' : pauseWords(limits, now)
  return (
    <div className="grid shrink-0 gap-1 border-b px-4 pb-3 text-dense text-quiet tabular-nums">
      {health && <p>{limitWords(limits, health.engine, now)}</p>}
      {waits && <p className={paused ? 'text-warn' : ''}>{waits}</p>}
    </div>
  )
}
