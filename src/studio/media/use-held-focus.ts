import { useEffect, useRef } from 'react'

/** Time for a sheet to close and for what was pressed to be gone. */
const settleMs = 60

/**
 * Keeps the focus in a place whose buttons are about to change: call it before. Only where the
 * focus is in the place or in a sheet over it; who writes elsewhere is left alone.
 */
export function useHeldFocus(id: string) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  return () => {
    const place = document.getElementById(id)
    const active = document.activeElement
    if (!place?.contains(active) && !active?.closest('[role="dialog"]')) return
    clearTimeout(timer.current)
    timer.current = setTimeout(() => {
      const isLost = document.activeElement === document.body || document.activeElement === null
      if (isLost) place?.querySelector<HTMLElement>('button')?.focus()
    }, settleMs)
  }
}
