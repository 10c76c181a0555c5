import { useId, useState } from 'react'
import { flushSync } from 'react-dom'
import type { Size } from '#contract/size.ts'
import type { Rectangle, SourcePosition } from '#contract/video-reframe.ts'
import { useElementSize } from '../../lib/use-element-size.ts'
import { useShortcuts } from '../../lib/use-shortcuts.ts'
import { ClipTransport } from '../../media/clip-transport.tsx'
import { useClip } from '../../media/use-clip.ts'
import { LiveRegion } from '../../ui/live-region.tsx'
import { Reason } from '../../ui/reason.tsx'
import { isReachable, viewOfAll, viewOfCanvas } from './canvas-view.ts'
import { createFlight } from './flight.ts'
import { newAreaWords, newShare } from './new-area.ts'
import type { ReasonText } from './number-row.tsx'
import { NumbersPanel } from './numbers-panel.tsx'
import { PlacementButtons } from './placement-buttons.tsx'
import { centredOn, filled, fitted, noFillReason } from './placements.ts'
import { sizeTo } from './rectangle-drag.ts'
import { RectangleKeysHint } from './rectangle-keys-hint.tsx'
import type { ReframeSource } from './reframe-source.ts'
import { ReframeStage } from './reframe-stage.tsx'
import { SourcePicture } from './source-picture.tsx'
import { rectangleWords, toldPosition, toldRectangle } from './told-position.ts'

type ReframeTableProps = {
  source: ReframeSource
  canvas: Size
  position: SourcePosition | undefined
  onChange: (next: SourcePosition | undefined) => void
  reasonAt: (path: string) => ReasonText | undefined
  hasGuides: boolean
  showsAll: boolean
}

const middle = { x: 0.5, y: 0.5 }

/** Of the kept shape, but for the rounding to whole pixels. */
const isOfShape = ({ width, height }: Rectangle, ratio: number) =>
  Math.abs(width - height * ratio) <= Math.max(1, ratio)

/** The canvas at work: stage, transport, named places and numbers. */
export function ReframeTable(props: ReframeTableProps) {
  const { source, canvas, position, onChange, reasonAt, hasGuides, showsAll } = props
  const id = useId()
  const shape = source.width / source.height
  const [flight] = useState(createFlight)
  const [wantsShape, setWantsShape] = useState(true)
  const [message, setMessage] = useState('')
  const [isPlayable, setIsPlayable] = useState(true)
  const [stage, setStage] = useState<HTMLElement | null>(null)
  const size = useElementSize(stage)
  const clip = useClip(source)

  const guess = fitted(shape, canvas)
  const committed = position ? toldRectangle(position, canvas) : guess
  const isLocked = wantsShape && isOfShape(committed, shape)
  const terms = { canvas, ratio: isLocked ? shape : null }
  const near = viewOfCanvas(size, canvas)
  const isFar = showsAll || !isReachable(size, near, committed)
  const view = isFar ? viewOfAll(size, canvas, committed) : near

  const change = (next: SourcePosition | undefined) => {
    const rectangle = next ? toldRectangle(next, canvas) : guess
    const share = newAreaWords(newShare(rectangle, canvas))
    setMessage(`${next ? `Source: ${rectangleWords(rectangle)}` : 'The model chooses'}. ${share}`)
    onChange(next)
  }
  const commit = (rectangle: Rectangle) => {
    flushSync(() => change(toldPosition(rectangle, canvas)))
    flight.write(null)
  }
  const lock = (wanted: boolean) => {
    setWantsShape(wanted)
    if (!wanted || isOfShape(committed, shape)) return
    const { width } = committed
    const kept = { width, height: width / shape }
    commit(sizeTo(committed, kept, middle, { canvas, ratio: shape }))
  }
  useShortcuts(['clip'], {
    ...(isPlayable && { play: clip.toggle }),
    frameBack: () => clip.step(-1),
    frameOn: () => clip.step(1),
    framesBack: () => clip.step(-12),
    framesOn: () => clip.step(12),
  })
  const fill = filled(shape, canvas)
  const ground = { flight, committed, view, terms, commit }
  const said = reasonAt('video.source_position') ?? reasonAt('aspect_ratio')
  return (
    <div className="flex min-h-0 flex-1 max-md:flex-col max-md:overflow-y-auto">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col max-md:h-[58dvh] max-md:flex-none">
        <ReframeStage
          ground={ground}
          isModelsChoice={!position}
          hasGuides={hasGuides}
          describedBy={`${id}-keys`}
          onElement={setStage}
          picture={
            <SourcePicture
              source={source}
              clip={clip}
              isPlayable={isPlayable}
              onUnplayable={() => setIsPlayable(false)}
            />
          }
        />
        <ClipTransport clip={clip} fps={source.fps} frames={source.frames} canPlay={isPlayable} />
      </div>
      <div className="flex w-60 shrink-0 flex-col gap-2 overflow-y-auto border-l p-3 max-md:w-full max-md:overflow-visible max-md:border-t max-md:border-l-0">
        <PlacementButtons
          isModelsChoice={!position}
          noFill={noFillReason(shape, canvas)}
          onFit={() => commit(fitted(shape, canvas))}
          onFill={() => fill && commit(fill)}
          onCentre={() => commit(centredOn(committed, canvas))}
          onModelsChoice={() => change(undefined)}
        />
        <NumbersPanel
          flight={flight}
          position={position ?? toldPosition(guess, canvas)}
          terms={terms}
          isLocked={isLocked}
          onLock={lock}
          onPosition={change}
          reasonAt={reasonAt}
        />
        {said && <Reason id={`${id}-said`} {...said} />}
        {!isPlayable && (
          <Reason
            id={`${id}-unplayable`}
            tone="warn"
            text="This browser cannot play this clip: it is shown frame by frame."
          />
        )}
        <RectangleKeysHint id={`${id}-keys`} />
      </div>
      <LiveRegion message={message} />
    </div>
  )
}
