import { type PointerEvent, useEffect, useRef } from 'react'
import type { Rectangle } from '#contract/video-reframe.ts'
import { toCanvas } from './canvas-view.ts'
import type { Ground } from './ground.ts'
import { within } from './rectangle-drag.ts'
import { snapMove, snapScale } from './snap-rectangle.ts'
import { snapReachPx } from './use-rectangle-drag.ts'
import type { Point } from './whole-size.ts'

type Pinch = { from: Rectangle; middle: Point; spread: number }

const middleOf = ([a, b]: readonly Point[]): Point => ({
  x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2,
  y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2,
})
const spreadOf = ([a, b]: readonly Point[]) =>
  Math.max(1, Math.hypot((a?.x ?? 0) - (b?.x ?? 0), (a?.y ?? 0) - (b?.y ?? 0)))

/** Two fingers move and scale the rectangle; one finger is left to the page. */
export function useTwoFingers(stage: HTMLElement | null, ground: Ground) {
  const fingers = useRef(new Map<number, Point>())
  const pinch = useRef<Pinch | null>(null)

  useEffect(() => {
    const keepPage = (event: TouchEvent) => {
      if (event.touches.length > 1 && event.cancelable) event.preventDefault()
    }
    stage?.addEventListener('touchstart', keepPage, { passive: false })
    stage?.addEventListener('touchmove', keepPage, { passive: false })
    return () => {
      stage?.removeEventListener('touchstart', keepPage)
      stage?.removeEventListener('touchmove', keepPage)
    }
  }, [stage])

  const end = (event: PointerEvent<HTMLElement>) => {
    fingers.current.delete(event.pointerId)
    if (!pinch.current) return
    pinch.current = null
    const moving = ground.flight.read()
    if (moving) ground.commit(moving.rectangle)
  }

  return {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.pointerType !== 'touch') return
      if (event.isPrimary) fingers.current.clear()
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      if (fingers.current.size !== 2) return
      const points = [...fingers.current.values()]
      pinch.current = {
        from: ground.committed,
        middle: middleOf(points),
        spread: spreadOf(points),
      }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!fingers.current.has(event.pointerId)) return
      fingers.current.set(event.pointerId, { x: event.clientX, y: event.clientY })
      const held = pinch.current
      if (!held || fingers.current.size !== 2) return
      const { view, terms, flight } = ground
      const points = [...fingers.current.values()]
      const middle = middleOf(points)
      const box = event.currentTarget.getBoundingClientRect()
      const about = toCanvas({ x: held.middle.x - box.x, y: held.middle.y - box.y }, view)
      const reach = snapReachPx / view.scale
      const factor = spreadOf(points) / held.spread
      const scaled = snapScale(held.from, factor, within(held.from, about), terms, reach)
      const to = {
        x: scaled.rectangle.x + (middle.x - held.middle.x) / view.scale,
        y: scaled.rectangle.y + (middle.y - held.middle.y) / view.scale,
      }
      const moved = snapMove(scaled.rectangle, to, terms.canvas, reach)
      flight.write({
        rectangle: moved.rectangle,
        guides: [...scaled.guides, ...moved.guides],
      })
    },
    onPointerUp: end,
    onPointerCancel: end,
  }
}
