import { type KeyboardEvent, useRef } from 'react'
import type { Ground } from './ground.ts'
import { keyed } from './rectangle-keys.ts'

/** Keys of the focused rectangle: in flight while a key is held, committed when it is let go. */
export function useRectangleKeys({ flight, committed, terms, commit }: Ground) {
  const isHeld = useRef(false)
  const release = () => {
    const moving = flight.read()
    if (!isHeld.current || !moving) return
    isHeld.current = false
    commit(moving.rectangle)
  }
  return {
    onKeyDown: (event: KeyboardEvent) => {
      const from = flight.read()?.rectangle ?? committed
      const rectangle = keyed(from, event, terms)
      if (!rectangle) return
      event.preventDefault()
      isHeld.current = true
      flight.write({ rectangle, guides: [] })
    },
    onKeyUp: release,
    onBlur: release,
  }
}
