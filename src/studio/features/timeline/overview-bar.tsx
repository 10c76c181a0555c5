import { type PointerEvent, useEffect, useRef } from 'react'
import type { Stage } from './stage.ts'

type OverviewBarProps = { stage: Stage; frames: readonly number[]; last: number }

/** The whole clip small: where the anchors are, and the part that is in sight, to be dragged. */
export function OverviewBar({ stage, frames, last }: OverviewBarProps) {
  const window = useRef<HTMLDivElement>(null)
  const grip = useRef<number | null>(null)

  useEffect(() => {
    const place = () => {
      const { width, padPx, perFramePx, from, last: end } = stage.scale.get()
      const seen = Math.min(end, (width - 2 * padPx) / perFramePx)
      const element = window.current
      if (!element || end <= 0) return
      element.style.left = `${(Math.min(from, end - seen) / end) * 100}%`
      element.style.width = `${(seen / end) * 100}%`
    }
    place()
    return stage.scale.subscribe(place)
  }, [stage])

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const bar = event.currentTarget.getBoundingClientRect()
    if (grip.current === null || bar.width === 0) return
    const by = ((event.clientX - grip.current) / bar.width) * last
    grip.current = event.clientX
    stage.pan(by * stage.scale.get().perFramePx)
  }
  return (
    <div
      aria-hidden
      className="relative h-4 min-w-0 flex-1 touch-none rounded-sm bg-page max-md:hidden"
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        grip.current = event.clientX
      }}
      onPointerMove={drag}
      onPointerUp={() => {
        grip.current = null
      }}
    >
      <div ref={window} className="absolute inset-y-0 min-w-4 rounded-sm bg-lifted" />
      {frames.map((frame, index) => (
        <span
          // oxlint-disable-next-line react/no-array-index-key -- two may stand on one frame
          key={index}
          className="absolute inset-y-1 w-px bg-quiet"
          style={{ left: `${(Math.min(last, frame) / Math.max(1, last)) * 100}%` }}
        />
      ))}
    </div>
  )
}
