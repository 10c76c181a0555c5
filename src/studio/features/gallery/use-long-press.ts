import { type PointerEvent, useRef } from 'react'

const holdMs = 450
const slackPx = 10

type Press = { x: number; y: number; timer: ReturnType<typeof setTimeout> }

/** A finger that stays where it is. The click that may follow is not one. */
export function useLongPress(onLongPress: (target: Element) => void) {
  const press = useRef<Press | null>(null)
  const isHeld = useRef(false)
  const end = () => {
    clearTimeout(press.current?.timer)
    press.current = null
  }
  return {
    /** Whether the click that is happening belongs to a long press; forgets it. */
    takesClick() {
      const was = isHeld.current
      isHeld.current = false
      return was
    },
    handlers: {
      onPointerDown(event: PointerEvent) {
        isHeld.current = false
        const { pointerType, target, clientX: x, clientY: y } = event
        if (pointerType !== 'touch' || !(target instanceof Element)) return
        const hold = () => {
          press.current = null
          isHeld.current = true
          navigator.vibrate?.(10)
          onLongPress(target)
        }
        end()
        press.current = { x, y, timer: setTimeout(hold, holdMs) }
      },
      onPointerMove({ clientX, clientY }: PointerEvent) {
        if (!press.current) return
        const moved = Math.hypot(clientX - press.current.x, clientY - press.current.y)
        if (moved > slackPx) end()
      },
      onPointerUp: end,
      onPointerCancel: end,
    },
  }
}
