import { type PointerEvent, useEffect, useEffectEvent, useRef } from 'react'
import { type Gesture, longPressMs, slackPx, type Spot } from './gesture.ts'

type Begin = (spot: Spot, event: PointerEvent<HTMLElement>) => Gesture | null

type PointerGestureOptions = {
  element: HTMLElement | null
  /** A mouse or a pen goes down, or a finger. */
  begin: Begin
  /** A finger has stayed where it went down; takes over from what `begin` gave. */
  hold: Begin
  /** Two fingers: how much wider apart than before, and where their middle was and is. */
  pinch: (factor: number, middle: number, byPx: number) => void
  /** While a drag is held at the edge of the strip, every frame: which way to go, -1…1. */
  onEdge: (way: number) => void
}

type Finger = { x: number; y: number }
type Held = { gesture: Gesture; start: Spot; spot: Spot; hasMoved: boolean; isHeld: boolean }

const edgePx = 28

/** Turns pointer events on an element into one gesture at a time, and two fingers into a pinch. */
export function usePointerGesture(options: PointerGestureOptions) {
  const { element, begin, hold, pinch, onEdge } = options
  const fingers = useRef(new Map<number, Finger>())
  const held = useRef<Held | null>(null)
  /** Measured when a pointer goes down: to ask while things move would lay them out each time. */
  const corner = useRef<DOMRect | null>(null)
  const timer = useRef(0)
  const edge = useRef(0)

  useEffect(() => {
    if (!element) return undefined
    const keepStill = (event: TouchEvent) => {
      if (held.current?.isHeld || fingers.current.size > 1) event.preventDefault()
    }
    element.addEventListener('touchmove', keepStill, { passive: false })
    return () => {
      element.removeEventListener('touchmove', keepStill)
      window.clearTimeout(timer.current)
      cancelAnimationFrame(edge.current)
    }
  }, [element])

  const drop = () => {
    window.clearTimeout(timer.current)
    cancelAnimationFrame(edge.current)
    const last = held.current
    held.current = null
    return last
  }
  const giveUp = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !held.current?.hasMoved) return
    event.stopPropagation()
    drop()?.gesture.cancel()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => giveUp(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])

  const spotOf = ({ clientX, clientY, altKey }: PointerEvent): Spot => {
    const { current: box } = corner
    return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0), isFree: altKey }
  }
  const take = (gesture: Gesture | null, spot: Spot, isHeld: boolean) => {
    held.current = gesture && { gesture, start: spot, spot, hasMoved: false, isHeld }
  }
  const followEdge = () => {
    const now = held.current
    if (!now?.isHeld || !now.hasMoved || !element) return
    const beyond =
      Math.min(0, now.spot.x - edgePx) + Math.max(0, now.spot.x - element.clientWidth + edgePx)
    if (beyond !== 0) {
      onEdge(Math.max(-1, Math.min(1, beyond / edgePx)))
      now.gesture.move(now.spot)
    }
    edge.current = requestAnimationFrame(followEdge)
  }

  return {
    isBusy: () => held.current?.hasMoved ?? false,
    cancel: () => drop()?.gesture.cancel(),
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const isTouch = event.pointerType === 'touch'
      corner.current = event.currentTarget.getBoundingClientRect()
      const spot = spotOf(event)
      event.currentTarget.setPointerCapture?.(event.pointerId)
      if (isTouch) fingers.current.set(event.pointerId, { x: spot.x, y: spot.y })
      if (fingers.current.size > 1) {
        drop()?.gesture.cancel()
        return
      }
      take(begin(spot, event), spot, !isTouch)
      if (!isTouch) return
      timer.current = window.setTimeout(() => {
        if (!held.current || held.current.hasMoved) return
        const picked = hold(spot, event)
        if (!picked) return
        drop()?.gesture.cancel()
        take(picked, spot, true)
        navigator.vibrate?.(10)
      }, longPressMs)
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      if (!held.current && fingers.current.size < 2) return
      const spot = spotOf(event)
      const finger = fingers.current.get(event.pointerId)
      if (finger && fingers.current.size > 1) {
        const other = [...fingers.current].find(([id]) => id !== event.pointerId)?.[1]
        if (other) {
          const apart = (x: number) => Math.max(24, Math.abs(x - other.x))
          const middle = (x: number) => (x + other.x) / 2
          pinch(apart(spot.x) / apart(finger.x), middle(spot.x), middle(finger.x) - middle(spot.x))
        }
        finger.x = spot.x
        finger.y = spot.y
        return
      }
      const now = held.current
      if (!now) return
      now.spot = spot
      const slack = event.pointerType === 'touch' ? slackPx.touch : slackPx.mouse
      if (!now.hasMoved) {
        if (Math.hypot(spot.x - now.start.x, spot.y - now.start.y) <= slack) return
        now.hasMoved = true
        if (!now.isHeld) window.clearTimeout(timer.current)
        edge.current = requestAnimationFrame(followEdge)
      }
      now.gesture.move(spot)
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      fingers.current.delete(event.pointerId)
      const last = drop()
      last?.gesture.end(spotOf(event), last.hasMoved)
    },
    onPointerCancel: (event: PointerEvent<HTMLElement>) => {
      fingers.current.delete(event.pointerId)
      drop()?.gesture.cancel()
    },
  }
}
