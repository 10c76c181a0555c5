import { type ReactNode, useState } from 'react'
import { toStage } from './canvas-view.ts'
import type { Ground } from './ground.ts'
import { RectangleFrame } from './rectangle-frame.tsx'
import { SafeAreas } from './safe-areas.tsx'
import { SnapGuides } from './snap-guides.tsx'
import { StageReadout } from './stage-readout.tsx'
import { usePlaced } from './use-placed.ts'
import { useTwoFingers } from './use-two-fingers.ts'
import { useWheelScale } from './use-wheel-scale.ts'

type ReframeStageProps = {
  ground: Ground
  isModelsChoice: boolean
  hasGuides: boolean
  describedBy: string
  onElement: (element: HTMLElement | null) => void
  /** The moving picture of the source. */
  picture: ReactNode
}

const canvasStyle = ({ terms: { canvas }, view }: Ground) => {
  const { x, y, width, height } = toStage({ x: 0, y: 0, ...canvas }, view)
  return { left: x, top: y, width, height }
}

const hatched =
  'bg-raised [background-image:repeating-linear-gradient(135deg,transparent_0_6px,color-mix(in_srgb,var(--ink)_11%,transparent)_6px_8px)]'

/** The canvas with room around it, the source on it, and what is taken hold of on top. */
export function ReframeStage(props: ReframeStageProps) {
  const { ground, isModelsChoice, hasGuides, describedBy, onElement, picture } = props
  const { flight, committed, view, terms } = ground
  const [stage, setStage] = useState<HTMLElement | null>(null)
  const placed = usePlaced(flight, committed, view)
  const fingers = useTwoFingers(stage, ground)
  useWheelScale(stage, ground)
  const onCanvas = canvasStyle(ground)
  const attach = (element: HTMLElement | null) => {
    setStage(element)
    onElement(element)
  }
  return (
    <fieldset
      ref={attach}
      aria-label="Stage"
      className="min-w-0 relative min-h-0 flex-1 touch-pan-y overflow-hidden bg-page"
      {...fingers}
    >
      <div aria-hidden className={`absolute ${hatched}`} style={onCanvas} />
      <div ref={placed} className="absolute top-0 left-0 overflow-hidden bg-page">
        <div className={`size-full ${isModelsChoice ? 'opacity-60' : ''}`}>{picture}</div>
      </div>
      <Shade onCanvas={onCanvas} />
      {hasGuides && (
        <div className="pointer-events-none absolute" style={onCanvas}>
          <SafeAreas />
        </div>
      )}
      <SnapGuides flight={flight} view={view} />
      <RectangleFrame ground={ground} isModelsChoice={isModelsChoice} describedBy={describedBy} />
      <StageReadout
        flight={flight}
        committed={committed}
        canvas={terms.canvas}
        isModelsChoice={isModelsChoice}
      />
    </fieldset>
  )
}

type ShadeProps = { onCanvas: ReturnType<typeof canvasStyle> }

/** Dims what will not be in the picture. */
function Shade({ onCanvas }: ShadeProps) {
  const { left, top, width, height } = onCanvas
  const bottom = top + height
  const right = left + width
  const dim = 'pointer-events-none absolute bg-page/75'
  return (
    <div aria-hidden>
      <div className={`${dim} inset-x-0 top-0`} style={{ height: top }} />
      <div className={`${dim} inset-x-0 bottom-0`} style={{ top: bottom }} />
      <div className={`${dim} left-0`} style={{ top, height, width: left }} />
      <div className={`${dim} right-0`} style={{ top, height, left: right }} />
      <div
        className="pointer-events-none absolute outline-1 outline-edge"
        style={{ left, top, width, height }}
      />
    </div>
  )
}
