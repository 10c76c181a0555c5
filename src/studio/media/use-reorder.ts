import { type PointerEvent, useRef } from 'react'
import { moveItem, nearestBox } from './move-item.ts'

/** Pixels before a press is a drag. */
const slack = 4

type Drag = {
  from: number
  to: number
  x: number
  y: number
  items: HTMLElement[]
  boxes: DOMRect[]
  isMoving: boolean
}

/** Drags one of a grid of things to another place; the others make room. Commits on letting go. */
export function useReorder(onMove: (from: number, to: number) => void) {
  const drag = useRef<Drag | null>(null)
  const wasDragged = useRef(false)

  const settle = () => {
    for (const item of drag.current?.items ?? []) {
      item.style.removeProperty('transform')
      item.style.removeProperty('z-index')
    }
    drag.current = null
  }
  const place = ({ items, boxes, from, to }: Drag) => {
    const order = moveItem([...items.keys()], from, to)
    for (const [position, index] of order.entries()) {
      const [there, here] = [boxes[position], boxes[index]]
      if (index === from || !there || !here) continue
      const shift = `translate(${there.left - here.left}px, ${there.top - here.top}px)`
      items[index]?.style.setProperty('transform', shift)
    }
  }
  const propsOf = (index: number) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      wasDragged.current = false
      if (event.button !== 0) return
      const items = [...(event.currentTarget.closest('ol')?.children ?? [])] as HTMLElement[]
      const boxes = items.map((item) => item.getBoundingClientRect())
      const { clientX: x, clientY: y } = event
      drag.current = { from: index, to: index, x, y, items, boxes, isMoving: false }
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = drag.current
      if (!now) return
      const [dx, dy] = [event.clientX - now.x, event.clientY - now.y]
      if (!now.isMoving && Math.hypot(dx, dy) < slack) return
      if (!now.isMoving) event.currentTarget.setPointerCapture?.(event.pointerId)
      now.isMoving = true
      wasDragged.current = true
      const item = now.items[now.from]
      item?.style.setProperty('transform', `translate(${dx}px, ${dy}px)`)
      item?.style.setProperty('z-index', '1')
      now.to = nearestBox(now.boxes, event.clientX, event.clientY)
      place(now)
    },
    onPointerUp: () => {
      const now = drag.current
      settle()
      if (now?.isMoving && now.from !== now.to) onMove(now.from, now.to)
    },
    onPointerCancel: settle,
  })
  return { propsOf, wasDragged }
}
