import { Maximize2, ZoomIn, ZoomOut } from 'lucide-react'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Stage } from './stage.ts'
import { isClosest, isFitted } from './timeline-scale.ts'
import { useCell } from './use-cell.ts'
import { zoomToPlayhead } from './zoom-to-playhead.ts'

type ZoomButtonsProps = { stage: Stage }

/** From the whole clip to single frames. */
export function ZoomButtons({ stage }: ZoomButtonsProps) {
  const isWhole = useCell(stage.scale, isFitted)
  const isClose = useCell(stage.scale, isClosest)
  return (
    <div className="flex shrink-0 items-center">
      <IconButton
        label="Further out"
        icon={ZoomOut}
        disabled={isWhole}
        onClick={() => zoomToPlayhead(stage, 1 / 1.5)}
        className="focus-visible:-outline-offset-2 md:h-7"
      />
      <IconButton
        label="The whole clip"
        icon={Maximize2}
        disabled={isWhole}
        onClick={stage.fit}
        className="focus-visible:-outline-offset-2 md:h-7"
      />
      <IconButton
        label="Closer"
        icon={ZoomIn}
        disabled={isClose}
        onClick={() => zoomToPlayhead(stage, 1.5)}
        className="focus-visible:-outline-offset-2 md:h-7"
      />
    </div>
  )
}
