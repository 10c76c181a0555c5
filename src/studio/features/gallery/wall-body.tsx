import { lazy, Suspense, useEffect, useState } from 'react'
import { useElementSize } from '../../lib/use-element-size.ts'
import { gridLayout } from './layout/grid-layout.ts'
import { justifiedLayout } from './layout/justified-layout.ts'
import { createScrollDesk } from './scroll/scroll-desk.ts'
import type { ShownList } from './shown-list.ts'
import { TileGrid } from './tile-grid.tsx'
import { tileSizes } from './tile-sizes.ts'
import { usePlace } from './use-place.ts'
import type { WallProps } from './wall-props.ts'

const Scrubber = lazy(() =>
  import('./scrubber.tsx').then((module) => ({ default: module.Scrubber })),
)

type WallBodyProps = WallProps & {
  shown: ShownList
  /** Names the find whose list is shown; `null` while it is still the one before. */
  findKey: string | null
}

const unmeasuredWidth = 1000
const gap = 4

/** A row is never taller than this share of the wall's width, so that phones get rows too. */
const widestRowShare = 0.5

/** The wall as it scrolls. */
export function WallBody(props: WallBodyProps) {
  const { shown, findKey, at, onAt } = props
  const [scroller, setScroller] = useState<HTMLElement | null>(null)
  const [desk] = useState(createScrollDesk)
  const size = useElementSize(scroller)
  const [lastWidth, setLastWidth] = useState(0)
  if (size.width > 0 && size.width !== lastWidth) setLastWidth(size.width)
  const width = lastWidth || unmeasuredWidth
  const targetHeight = Math.min(props.tileSize ?? tileSizes.usual, width * widestRowShare)
  const terms = { width, targetHeight, gap }
  const layout =
    props.layout === 'grid' ? gridLayout(shown.total, terms) : justifiedLayout(shown.aspects, terms)
  useEffect(() => (scroller ? desk.attach(scroller) : undefined), [scroller, desk])
  usePlace({ desk, layout, shown, viewHeight: size.height, findKey, at, onAt })

  return (
    <div className="relative flex h-full">
      <div
        ref={setScroller}
        data-scroller
        className="min-h-0 min-w-0 flex-1 [scrollbar-width:none] overflow-y-auto overscroll-contain [overflow-anchor:none]"
      >
        <TileGrid {...props} layout={layout} desk={desk} viewHeight={size.height} />
      </div>
      <Suspense fallback={<div className="w-11 shrink-0 border-l max-md:hidden" />}>
        <Scrubber shown={shown} layout={layout} desk={desk} viewHeight={size.height} />
      </Suspense>
    </div>
  )
}
