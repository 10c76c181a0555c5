import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { Generation } from '#contract/generation.ts'
import { orderQueue } from '../../api/queue.ts'
import { moveItem } from '../../media/move-item.ts'
import { useReorder } from '../../media/use-reorder.ts'
import { LiveRegion } from '../../ui/live-region.tsx'
import { WaitingJob } from './waiting-job.tsx'

type WaitingJobsProps = {
  records: readonly Generation[]
  isPaused: boolean
  onOpen: (id: string) => void
}

const steps: Partial<Record<string, number>> = { ArrowUp: -1, ArrowDown: 1 }

/** What has not left, in the order in which it goes; dragged or moved by keys into another. */
export function WaitingJobs({ records, isPaused, onOpen }: WaitingJobsProps) {
  const order = useMutation(orderQueue(useQueryClient()))
  const list = useRef<HTMLOListElement>(null)
  const [news, setNews] = useState('')
  const ids = records.map(({ id }) => id)

  const move = (from: number, to: number) => {
    if (to < 0 || to >= ids.length || from === to) return
    order.mutate(moveItem(ids, from, to))
    setNews(`Moved to place ${to + 1} of ${ids.length}.`)
    setTimeout(() => list.current?.children[to]?.querySelector('button')?.focus())
  }
  const { propsOf } = useReorder(move)
  const onKeyDown = (index: number) => (event: KeyboardEvent) => {
    const by = steps[event.key]
    if (!by || !event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    move(index, index + by)
  }

  return (
    <>
      <ol ref={list} aria-label="Held and waiting" className="grid grid-cols-1 gap-3">
        {records.map((record, index) => (
          <li key={record.id} className="relative bg-panel">
            <WaitingJob
              record={record}
              isNext={index === 0}
              isPaused={isPaused}
              onOpen={onOpen}
              onTop={() => move(index, 0)}
              handleProps={{ ...propsOf(index), onKeyDown: onKeyDown(index) }}
            />
          </li>
        ))}
      </ol>
      {order.error && (
        <p role="alert" className="text-dense text-bad">
          {order.error.detail}
        </p>
      )}
      <LiveRegion message={news} />
    </>
  )
}
