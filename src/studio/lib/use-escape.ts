import { useEffect, useEffectEvent } from 'react'

/** Takes Esc before the sheet around it does, for as long as there is something smaller to leave. */
export function useEscape(isOn: boolean, leave: () => void) {
  const handle = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    event.preventDefault()
    leave()
  })
  useEffect(() => {
    if (!isOn) return
    const listener = (event: KeyboardEvent) => handle(event)
    window.addEventListener('keydown', listener, true)
    return () => window.removeEventListener('keydown', listener, true)
  }, [isOn])
}
