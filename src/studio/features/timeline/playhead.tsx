import { type KeyboardEvent, useEffect, useRef } from 'react'
import { secondsOf } from './anchor-words.ts'
import type { Stage } from './stage.ts'
import { useCell } from './use-cell.ts'

type PlayheadProps = { stage: Stage; fps: number; last: number }

/** The line that stands at a frame, with a grip in the ruler that the arrow keys move. */
export function Playhead({ stage, fps, last }: PlayheadProps) {
  const frame = useCell(stage.playhead, (value) => value)
  const line = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const place = () => {
      const { isCentred, from } = stage.scale.get()
      line.current?.style.setProperty('--at', String(isCentred ? from : stage.playhead.get()))
    }
    place()
    const leave = [stage.playhead.subscribe(place), stage.scale.subscribe(place)]
    return () => leave.forEach((each) => each())
  }, [stage])

  const keys: Record<string, () => void> = {
    ArrowLeft: () => stage.step(-1),
    ArrowDown: () => stage.step(-1),
    ArrowRight: () => stage.step(1),
    ArrowUp: () => stage.step(1),
    PageUp: () => stage.pan(-stage.scale.get().width / 2),
    PageDown: () => stage.pan(stage.scale.get().width / 2),
    Home: () => stage.seek(0),
    End: () => stage.seek(last),
  }
  const handle = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const big = event.shiftKey ? { ArrowLeft: -12, ArrowRight: 12 }[event.key] : undefined
    const act = big === undefined ? keys[event.key] : () => stage.step(big)
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    stage.rate.set(0)
    act()
  }
  return (
    <div
      ref={line}
      className="pointer-events-none absolute inset-y-0 left-0 z-20 w-0"
      style={{
        transform: 'translateX(calc(var(--origin) + (var(--at) - var(--from)) * var(--per)))',
      }}
    >
      <span className="absolute top-4 bottom-0 -left-px w-0.5 bg-accent" />
      <span
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- it stands on the strip's scale
        role="slider"
        tabIndex={0}
        aria-label="Playhead"
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={frame}
        aria-valuetext={`Frame ${frame}, ${secondsOf(frame, fps)}`}
        data-zone="ruler"
        onKeyDown={handle}
        className="pointer-events-auto absolute top-0 -left-3 flex h-8 w-6 cursor-ew-resize justify-center rounded-sm focus-visible:-outline-offset-2"
      >
        <span
          aria-hidden
          className="mt-0.5 h-4 min-w-7 rounded-sm bg-accent px-1 text-center text-mark font-semibold text-on-accent tabular-nums"
        >
          {frame}
        </span>
      </span>
    </div>
  )
}
