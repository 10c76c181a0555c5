import { useEffect, useEffectEvent } from 'react'
import type { Stage } from './stage.ts'
import { isFitted } from './timeline-scale.ts'

/** The wheel pans, with ctrl (or as a pinch on a pad) it zooms where the pointer is. */
export function useWheel(element: HTMLElement | null, stage: Stage) {
  const turn = useEffectEvent((event: WheelEvent) => {
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      const x = event.clientX - (element?.getBoundingClientRect().left ?? 0)
      const by = Math.max(-100, Math.min(100, event.deltaY * lines))
      stage.zoom(Math.exp(-by / 200), x)
      return
    }
    if (isFitted(stage.scale.get()) && !stage.scale.get().isCentred) return
    event.preventDefault()
    const { deltaX, deltaY } = event
    stage.pan((Math.abs(deltaX) > Math.abs(deltaY) ? deltaX : deltaY) * lines)
  })
  useEffect(() => {
    if (!element) return undefined
    const listener = (event: WheelEvent) => turn(event)
    element.addEventListener('wheel', listener, { passive: false })
    return () => element.removeEventListener('wheel', listener)
  }, [element])
}
