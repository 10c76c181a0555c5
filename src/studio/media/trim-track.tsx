import { ClipStrip } from './clip-strip.tsx'
import { endOf, type Span, type SpanLimits } from './trim-span.ts'
import { useTrimHandles } from './use-trim-handles.ts'

type TrimTrackProps = {
  sha256: string
  span: Span
  limits: SpanLimits
  fps: number
  onChange: (span: Span) => void
}

/** The whole clip as a strip; what is kept lies between two handles. */
export function TrimTrack({ sha256, span, limits, fps, onChange }: TrimTrackProps) {
  const { track, propsOf } = useTrimHandles({ span, limits, onChange })
  const share = (frame: number) => `${(frame / limits.frames) * 100}%`
  const words = (frame: number) => `frame ${frame}, ${(frame / fps).toFixed(2)} s`
  const end = endOf(span)
  const slider = (name: string, value: number, most: number) => ({
    role: 'slider',
    tabIndex: 0,
    'aria-label': name,
    'aria-valuemin': 0,
    'aria-valuemax': most,
    'aria-valuenow': value,
    'aria-valuetext': words(value),
  })
  const bar =
    'absolute inset-y-0 z-10 w-6 cursor-ew-resize touch-none before:absolute before:inset-y-0 before:w-2 before:bg-white before:outline before:outline-black/60 pointer-coarse:w-10'
  return (
    <div ref={track} className="relative h-14 select-none">
      <ClipStrip sha256={sha256} />
      <div
        aria-hidden
        className="absolute inset-y-0 left-0 bg-black/70"
        style={{ width: share(span.from) }}
      />
      <div
        aria-hidden
        className="absolute inset-y-0 right-0 bg-black/70"
        style={{ left: share(end) }}
      />
      <div
        {...slider('Kept part', span.from, limits.frames - span.frames)}
        {...propsOf('whole')}
        className="absolute inset-y-0 cursor-grab touch-none border-y-2 border-white active:cursor-grabbing"
        style={{ left: share(span.from), width: share(span.frames) }}
      />
      <div
        data-first
        {...slider('In', span.from, limits.frames - 1)}
        {...propsOf('start')}
        className={`${bar} before:left-0 before:rounded-l-sm`}
        style={{ left: share(span.from) }}
      />
      <div
        {...slider('Out', end - 1, limits.frames - 1)}
        {...propsOf('end')}
        className={`${bar} -translate-x-full before:right-0 before:rounded-r-sm`}
        style={{ left: share(end) }}
      />
    </div>
  )
}
