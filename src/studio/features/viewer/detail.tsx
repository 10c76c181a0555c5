import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { Generation } from '#contract/generation.ts'
import { ApiError } from '../../api/api-error.ts'
import { useGeneration } from '../../api/use-generation.ts'
import type { Neighbours } from '../../api/use-neighbours.ts'
import { type Act, ofShownFrame } from '../../lib/act.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { Reason } from '../../ui/reason.tsx'
import { DetailBar } from './detail-bar.tsx'
import { FactsPanel } from './facts-panel.tsx'
import { Filmstrip } from './filmstrip.tsx'
import { type Ground, grounds } from './ground.ts'
import { MediaStage } from './media-stage.tsx'
import type { ShownFrame } from './sight.ts'

type DetailProps = {
  id: string
  /** What stands beside it on the wall. */
  neighbours: Pick<Neighbours, 'newer' | 'older' | 'near'>
  onGo: (id: string) => void
  onClose: () => void
  acts: readonly Act[]
  /** Told which frame of a clip is in sight. */
  onShow: (shown: ShownFrame | null) => void
  /** Below the acts. */
  actsFoot?: ReactNode
  /** The person's judgement, and where it comes from. */
  marks?: ReactNode
  lineage?: ReactNode
  onLineage?: (() => void) | undefined
  /** Where an output is downloaded from, counted from 0. */
  downloadHref: (record: Generation, output: number) => string
  /** Asks how files are to be taken away. */
  onTakeAway: (record: Generation) => void
  ground: string | null
  onGround: (ground: Ground) => void
}

/** One generation in full, laid over the wall. */
export function Detail(props: DetailProps) {
  const { id, neighbours, onGo, onClose, acts, onGround } = props
  const { data: record, error } = useGeneration(id)
  const [hasFacts, setHasFacts] = useState(true)
  const region = useRef<HTMLElement>(null)

  const toward = (next: string | null) => (next === null ? null : () => onGo(next))
  const newer = toward(neighbours.newer)
  const older = toward(neighbours.older)
  const ground = grounds.find((each) => each === props.ground) ?? 'black'

  useShortcuts(['detail'], {
    back: onClose,
    newer: newer ?? undefined,
    older: older ?? undefined,
    lineage: props.onLineage,
    download: () => region.current?.querySelector<HTMLElement>('a[download]')?.click(),
  })

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
              frameActs={acts.filter(({ under }) => under === ofShownFrame)}
              onShow={props.onShow}
            />
            <Filmstrip tiles={neighbours.near} currentId={id} onGo={onGo} />
          </div>
          {hasFacts && (
            <FactsPanel
              record={record}
              acts={acts}
              actsFoot={props.actsFoot}
              marks={props.marks}
              lineage={props.lineage}
              hrefOf={(output) => props.downloadHref(record, output)}
              onTakeAway={() => props.onTakeAway(record)}
            />
          )}
        </div>
      )}
    </section>
  )
}

const wordsFor = (error: Error) =>
  error instanceof ApiError && error.status === 404
    ? 'There is no such generation here.'
    : error.message
