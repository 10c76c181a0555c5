import { type PointerEvent, useEffectEvent, useEffect, useRef } from 'react'
import type { Rectangle } from '#contract/video-reframe.ts'
import type { Handle } from './rectangle-drag.ts'
import { moveTo, resize } from './rectangle-drag.ts'
import type { Ground } from './ground.ts'
import { type Axis, snapMove, snapResize, type Snapped } from './snap-rectangle.ts'
import type { Point } from './whole-size.ts'

/** Closer than this a rectangle snaps, CSS pixels. */
export const snapReachPx = 6

type Grip = { pointer: number; at: Point; from: Rectangle; handle: Handle | null }
type Held = Pick<PointerEvent, 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey'>

/** Moves by the middle, resizes by a handle. A finger takes handles only: one finger scrolls. */
export function useRectangleDrag({ flight, committed, view, terms, commit }: Ground) {
  const grip = useRef<Grip | null>(null)

  const pulled = ({ at, from, handle }: Grip, pointer: Point, held: Held): Snapped => {
    const by = { x: (pointer.x - at.x) / view.scale, y: (pointer.y - at.y) / view.scale }
    const isFree = held.ctrlKey || held.metaKey
    const reach = snapReachPx / view.scale
    if (handle) {
      return isFree
        ? { rectangle: resize(from, handle, by, held.altKey, terms), guides: [] }
        : snapResize(from, handle, by, held.altKey, terms, reach)
    }
    const axes = held.shiftKey ? longerAxis(by) : bothAxes
    const to = {
      x: from.x + (axes.includes('x') ? by.x : 0),
      y: from.y + (axes.includes('y') ? by.y : 0),
    }
    return isFree
      ? { rectangle: moveTo(from, to, terms.canvas), guides: [] }
      : snapMove(from, to, terms.canvas, reach, axes)
  }

  const drop = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !grip.current) return
    event.stopPropagation()
    event.preventDefault()
    grip.current = null
    flight.write(null)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => drop(event)
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [])

  return (handle: Handle | null) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || !event.isPrimary) return
      if (event.pointerType === 'touch' && !handle) return
      event.stopPropagation()
      event.currentTarget.setPointerCapture(event.pointerId)
      const at = { x: event.clientX, y: event.clientY }
      grip.current = { pointer: event.pointerId, at, from: committed, handle }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = grip.current
      if (held?.pointer !== event.pointerId) return
      flight.write(pulled(held, { x: event.clientX, y: event.clientY }, event))
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const held = grip.current
      if (held?.pointer !== event.pointerId) return
      grip.current = null
      const hasMoved = flight.read() !== null
      if (hasMoved) commit(pulled(held, { x: event.clientX, y: event.clientY }, event).rectangle)
    },
    onPointerCancel: () => {
      grip.current = null
      flight.write(null)
    },
  })
}
export type Grips = ReturnType<typeof useRectangleDrag>

const bothAxes: readonly Axis[] = ['x', 'y']
const longerAxis = ({ x, y }: Point): readonly Axis[] => (Math.abs(x) > Math.abs(y) ? ['x'] : ['y'])
