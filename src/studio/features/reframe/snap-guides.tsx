import type { CanvasView } from './canvas-view.ts'
import type { Flight } from './flight.ts'
import { useMoving } from './use-moving.ts'

type SnapGuidesProps = { flight: Flight; view: CanvasView }

/** The lines that the moving rectangle holds on to, across the whole stage. */
export function SnapGuides({ flight, view }: SnapGuidesProps) {
  const lines = (useMoving(flight)?.guides ?? []).flatMap((guide) => ('at' in guide ? [guide] : []))
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      {lines.map(({ axis, at }) => (
        <div
          key={axis}
          className={`absolute bg-accent ${axis === 'x' ? 'inset-y-0 w-px' : 'inset-x-0 h-px'}`}
          style={
            axis === 'x'
              ? { left: view.left + at * view.scale }
              : { top: view.top + at * view.scale }
          }
        />
      ))}
    </div>
  )
}
