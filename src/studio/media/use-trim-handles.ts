import { type KeyboardEvent, type PointerEvent, useRef } from 'react'
import { endOf, type Span, type SpanLimits, withEnd, withPlace, withStart } from './trim-span.ts'

export type Handle = 'start' | 'end' | 'whole'

type TrimHandles = { span: Span; limits: SpanLimits; onChange: (span: Span) => void }

const keySteps: Record<string, number> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -24,
  PageUp: 24,
}

/** Pointer and keys on the two handles of a trimmer and on the part between them. */
export function useTrimHandles({ span, limits, onChange }: TrimHandles) {
  const track = useRef<HTMLDivElement>(null)
  const held = useRef<{ handle: Handle; startX: number; span: Span } | null>(null)

  const moved = (handle: Handle, base: Span, by: number): Span => {
    if (handle === 'start') return withStart(base, base.from + by, limits)
    if (handle === 'end') return withEnd(base, endOf(base) + by, limits)
    return withPlace(base, base.from + by, limits)
  }
  const propsOf = (handle: Handle) => ({
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture?.(event.pointerId)
      held.current = { handle, startX: event.clientX, span }
    },
    onPointerMove: (event: PointerEvent) => {
      const width = track.current?.clientWidth
      if (held.current?.handle !== handle || !width) return
      const by = ((event.clientX - held.current.startX) / width) * limits.frames
      onChange(moved(handle, held.current.span, by))
    },
    onPointerUp: () => {
      held.current = null
    },
    onPointerCancel: () => {
      if (held.current) onChange(held.current.span)
      held.current = null
    },
    onKeyDown: (event: KeyboardEvent) => {
      const ends: Record<string, number> = { Home: -limits.frames, End: limits.frames }
      const by = (keySteps[event.key] ?? 0) * (event.shiftKey ? 12 : 1) || ends[event.key]
      if (!by) return
      event.preventDefault()
      onChange(moved(handle, span, by))
    },
  })
  return { track, propsOf }
}
