import type { ChangeEvent, KeyboardEvent, PointerEvent } from 'react'
import { useRef, useState } from 'react'

type RestingRange = {
  /** Undefined while nothing is chosen. */
  value: number | undefined
  /** Where the thumb waits until something is chosen. */
  rest: number
  onChoose: (value: number) => void
}

/**
 * A native slider that may be unset: touching it where it rests chooses that value. A drag is shown
 * at once and chosen on pointer-up; each key chooses.
 */
export function useRestingRange({ value, rest, onChoose }: RestingRange) {
  const [dragged, setDragged] = useState<number | null>(null)
  const isDown = useRef(false)
  const letGo = ({ currentTarget }: PointerEvent<HTMLInputElement>) => {
    if (!isDown.current) return
    isDown.current = false
    setDragged(null)
    const next = Number(currentTarget.value)
    if (next !== value) onChoose(next)
  }
  const shown = dragged ?? value
  return {
    shown,
    range: {
      value: shown ?? rest,
      onPointerDown: (event: PointerEvent<HTMLInputElement>) => {
        isDown.current = true
        event.currentTarget.setPointerCapture?.(event.pointerId)
      },
      onPointerUp: letGo,
      onPointerCancel: letGo,
      onChange: ({ target }: ChangeEvent<HTMLInputElement>) => {
        if (isDown.current) setDragged(Number(target.value))
        else onChoose(Number(target.value))
      },
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key !== 'Enter') return
        // In a form it would send the form.
        event.preventDefault()
        if (value === undefined) onChoose(rest)
      },
    },
  }
}
