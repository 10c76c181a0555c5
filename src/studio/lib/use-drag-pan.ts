import { type PointerEvent, useState } from 'react'

type Grip = { x: number; y: number; left: number; top: number; hasMoved: boolean }

/** Further than this is a drag and not a press, CSS pixels. */
const slackPx = 4

const scroller = (event: PointerEvent<HTMLElement>) => event.currentTarget.closest('section')

/** Drags what scrolls inside the nearest section. `hasDragged` tells a press from the end of a drag. */
export function useDragPan() {
  const [grip, setGrip] = useState<Grip | null>(null)
  return {
    hasDragged: grip?.hasMoved ?? false,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      const box = scroller(event)
      if (!box || event.pointerType !== 'mouse') return
      const { scrollLeft: left, scrollTop: top } = box
      setGrip({ x: event.clientX, y: event.clientY, left, top, hasMoved: false })
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const box = scroller(event)
      if (!box || !grip || event.buttons !== 1) return
      const [dx, dy] = [event.clientX - grip.x, event.clientY - grip.y]
      box.scrollTo(grip.left - dx, grip.top - dy)
      if (!grip.hasMoved && Math.hypot(dx, dy) > slackPx) setGrip({ ...grip, hasMoved: true })
    },
  }
}
