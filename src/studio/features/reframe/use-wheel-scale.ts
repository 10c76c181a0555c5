import { useEffect, useEffectEvent, useRef } from 'react'
import type { Rectangle } from '#contract/video-reframe.ts'
import { toCanvas } from './canvas-view.ts'
import type { Ground } from './ground.ts'
import { scaleAbout, within } from './rectangle-drag.ts'
import { snapScale } from './snap-rectangle.ts'
import { snapReachPx } from './use-rectangle-drag.ts'
import type { Point } from './whole-size.ts'

type Spin = { from: Rectangle; factor: number; at: Point; timer: number }

/** The wheel has come to rest when it is not heard of for so long. */
const restMs = 180

const lineHeightPx = 16

/** A pinch on a trackpad arrives as a wheel with Ctrl, in smaller steps. */
const growth = ({ deltaY, deltaMode, ctrlKey }: WheelEvent) =>
  Math.exp(-deltaY * (deltaMode === 1 ? lineHeightPx : 1) * (ctrlKey ? 0.01 : 0.001))

/** Scales the rectangle about the pointer by wheel and trackpad. */
export function useWheelScale(stage: HTMLElement | null, ground: Ground) {
  const spin = useRef<Spin | null>(null)

  const rest = useEffectEvent(() => {
    spin.current = null
    const moving = ground.flight.read()
    if (moving) ground.commit(moving.rectangle)
  })
  const turn = useEffectEvent((event: WheelEvent) => {
    const { flight, committed, view, terms } = ground
    if (!stage || event.buttons !== 0) return
    event.preventDefault()
    const box = stage.getBoundingClientRect()
    const at = toCanvas({ x: event.clientX - box.x, y: event.clientY - box.y }, view)
    const last = spin.current
    if (last) window.clearTimeout(last.timer)
    const hasPointerMoved = !last || last.at.x !== at.x || last.at.y !== at.y
    const from = hasPointerMoved ? (flight.read()?.rectangle ?? committed) : last.from
    const factor = (hasPointerMoved ? 1 : last.factor) * growth(event)
    spin.current = { from, factor, at, timer: window.setTimeout(() => rest(), restMs) }
    flight.write(
      event.metaKey
        ? { rectangle: scaleAbout(from, factor, at, terms), guides: [] }
        : snapScale(from, factor, within(from, at), terms, snapReachPx / view.scale),
    )
  })
  useEffect(() => {
    const listener = (event: WheelEvent) => turn(event)
    stage?.addEventListener('wheel', listener, { passive: false })
    return () => stage?.removeEventListener('wheel', listener)
  }, [stage])
}
