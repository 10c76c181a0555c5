import { useState } from 'react'
import { type Generation, isSettled } from '#contract/generation.ts'
import type { GenerationRequest } from '#contract/request.ts'
import { useGenerations } from '../../api/use-generations.ts'
import type { Act } from '../../lib/act.ts'
import { useElementSize } from '../../lib/use-element-size.ts'
import { Button } from '../../ui/button.tsx'
import { Reason } from '../../ui/reason.tsx'
import { EmptyWall } from './empty-wall.tsx'
import { TileRows } from './tile-rows.tsx'
import { tileSizes, WallBar } from './wall-bar.tsx'

type WallProps = {
  hrefOf: (id: string) => string
  onOpen: (id: string) => void
  actsOf: (record: Generation) => readonly Act[]
  onTried: (request: GenerationRequest) => void
  openId: string | null
  tileSize: number | null
  onTileSize: (px: number) => void
}

const unmeasuredWidth = 1000

/** A row is never taller than this share of the wall's width, so that phones get rows too. */
const widestRowShare = 0.5

/** All that was made, newest first, in true shapes. */
export function Wall(props: WallProps) {
  const { openId, hrefOf, onOpen, actsOf, onTried, onTileSize } = props
  const tileSize = props.tileSize ?? tileSizes.usual
  const { records, isPending, error, refetch, hasNextPage, fetchNextPage } = useGenerations()
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const { width, height } = useElementSize(scroller)
  const [lastWidth, setLastWidth] = useState(0)
  if (width > 0 && width !== lastWidth) setLastWidth(width)

  return (
    <div className="flex h-full flex-col">
      <WallBar
        count={records.length}
        hasMore={hasNextPage}
        running={records.filter(({ state }) => !isSettled(state) && state !== 'held').length}
        held={records.filter(({ state }) => state === 'held').length}
        tileSize={tileSize}
        onTileSize={onTileSize}
      />
      <div
        ref={setScroller}
        data-scroller
        className="min-h-0 flex-1 overflow-y-auto overscroll-contain"
      >
        {error && !records.length && (
          <div role="alert" className="flex items-center justify-center gap-4 p-12">
            <Reason id="wall-problem" tone="bad" text={error.message} />
            <Button onClick={() => void refetch()}>Try again</Button>
          </div>
        )}
        {!isPending && !error && !records.length && <EmptyWall onTried={onTried} />}
        {records.length > 0 && (
          <TileRows
            records={records}
            scroller={scroller}
            viewHeight={height}
            openId={openId}
            width={lastWidth || unmeasuredWidth}
            rowHeight={Math.min(tileSize, (lastWidth || unmeasuredWidth) * widestRowShare)}
            hasMore={hasNextPage}
            onMore={() => void fetchNextPage()}
            hrefOf={hrefOf}
            onOpen={onOpen}
            actsOf={actsOf}
          />
        )}
      </div>
    </div>
  )
}
