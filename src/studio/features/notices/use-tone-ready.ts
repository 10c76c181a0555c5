import { useEffect } from 'react'
import { readyTone } from './tone.ts'

/** A browser lets a page sound after its first press only. */
export function useToneReady(isOn: boolean) {
  useEffect(() => {
    if (!isOn) return
    const presses = ['pointerdown', 'keydown'] as const
    const leave = () => {
      for (const press of presses) window.removeEventListener(press, ready)
    }
    const ready = () => {
      readyTone()
      leave()
    }
    for (const press of presses) window.addEventListener(press, ready)
    return leave
  }, [isOn])
}
