import type { Size } from '#contract/size.ts'
import type { Rectangle } from '#contract/video-reframe.ts'
import type { Flight } from './flight.ts'
import { newAreaWords, newShare } from './new-area.ts'
import { rectangleWords } from './told-position.ts'
import { useMoving } from './use-moving.ts'

type StageReadoutProps = {
  flight: Flight
  committed: Rectangle
  canvas: Size
  isModelsChoice: boolean
}

const snapWords = { fit: 'Fit', fill: 'Fill', centre: 'Centre', edge: 'Edge', third: 'Third' }

const chip = 'rounded-sm bg-panel/90 px-2 py-1 text-dense text-ink'

/** How much is new and, while the rectangle moves, where it is and what it holds on to. */
export function StageReadout({ flight, committed, canvas, isModelsChoice }: StageReadoutProps) {
  const moving = useMoving(flight)
  const share = newShare(moving?.rectangle ?? committed, canvas)
  const snaps = [...new Set(moving?.guides.map(({ kind }) => snapWords[kind]))]
  return (
    <div className="pointer-events-none absolute inset-x-2 bottom-2 flex flex-wrap items-end gap-1 tabular-nums">
      <span className={chip}>
        {isModelsChoice && !moving && 'The model chooses; shown: a centred fit. '}
        {newAreaWords(share)}
      </span>
      {moving && (
        <span aria-hidden className={chip}>
          {rectangleWords(moving.rectangle)}
          {snaps.length > 0 && <span className="text-accent"> · {snaps.join(', ')}</span>}
        </span>
      )}
    </div>
  )
}
