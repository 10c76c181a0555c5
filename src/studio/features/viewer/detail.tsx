import { useEffect, useRef, useState } from 'react'
import type { Generation } from '#contract/generation.ts'
import { ApiError } from '../../api/api-error.ts'
import { useGeneration } from '../../api/use-generation.ts'
import { useGenerations } from '../../api/use-generations.ts'
import { type Act, runnable } from '../../lib/act.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Reason } from '../../ui/reason.tsx'
import { DetailBar } from './detail-bar.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { Filmstrip } from './filmstrip.tsx'
import type { FrameWay, TakeFrame } from './frame-menu.tsx'
import { type Ground, grounds } from './ground.ts'
import { MediaStage } from './media-stage.tsx'

type DetailProps = {
  id: string
  onGo: (id: string) => void
  onClose: () => void
  actsOf: (record: Generation) => readonly Act[]
  frameWays: readonly FrameWay[]
  onFrame: TakeFrame
  ground: string | null
  onGround: (ground: Ground) => void
}

const loadAhead = 5

/** One generation in full, laid over the wall. */
export function Detail(props: DetailProps) {
  const { id, onGo, onClose, actsOf, onGround } = props
  const { records, hasNextPage, isFetchingNextPage, fetchNextPage } = useGenerations()
  const { data, error } = useGeneration(id)
  const [hasFacts, setHasFacts] = useState(true)
  const region = useRef<HTMLElement>(null)

  const at = records.findIndex((each) => each.id === id)
  const record = data ?? records[at]
  const neighbour = (by: 1 | -1) => {
    const next = at < 0 ? undefined : records[at + by]
    if (!next) return null
    return () => {
      if (at + loadAhead >= records.length && hasNextPage && !isFetchingNextPage) {
        void fetchNextPage()
      }
      onGo(next.id)
    }
  }
  const newer = neighbour(-1)
  const older = neighbour(1)
  const ground = grounds.find((each) => each === props.ground) ?? 'black'
  const acts = record ? actsOf(record) : []

  useShortcuts(['detail'], {
    back: onClose,
    newer: newer ?? undefined,
    older: older ?? undefined,
    download: () => region.current?.querySelector<HTMLElement>('a[download]')?.click(),
  })

  useShortcuts(['item'], runnable(acts))

  useEffect(() => region.current?.focus({ preventScroll: true }), [])

  return (
    <section
      ref={region}
      aria-label="Detail"
      tabIndex={-1}
      className="flex h-full flex-col bg-page outline-none"
    >
      <DetailBar
        record={record}
        onBack={onClose}
        onNewer={newer}
        onOlder={older}
        ground={ground}
        onGround={onGround}
        hasFacts={hasFacts}
        onFacts={() => setHasFacts(!hasFacts)}
      />
      {!record && error && (
        <div role="alert" className="p-8">
          <Reason id="detail-problem" tone="bad" text={wordsFor(error)} />
        </div>
      )}
      {record && (
        <div className="flex min-h-0 flex-1 max-xl:block max-xl:overflow-y-auto">
          <div className="flex min-h-0 min-w-0 flex-1 flex-col max-xl:h-[80%] max-md:h-[70%]">
            <MediaStage
              record={record}
              ground={ground}
              onReuse={acts.find(({ name }) => name === 'reuse')?.run ?? null}
              frameWays={props.frameWays}
              onFrame={props.onFrame}
            />
            <Filmstrip records={records} currentId={id} onGo={onGo} />
          </div>
          {hasFacts && <FactsPanel record={record} acts={acts} />}
        </div>
      )}
    </section>
  )
}

const wordsFor = (error: Error) =>
  error instanceof ApiError && error.status === 404
    ? 'There is no such generation here.'
    : error.message
