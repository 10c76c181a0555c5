import { useEffect, useEffectEvent, useState } from 'react'
import { useElementSize } from '../../lib/use-element-size.ts'

const least = 0.2
const most = 1.5
const within = (scale: number) => Math.max(least, Math.min(most, scale))

/** How large a drawing is shown: all of it, unless somebody wants otherwise. `box` scrolls. */
export function useZoom(box: HTMLElement | null, size: { width: number; height: number }) {
  const room = useElementSize(box)
  const [wanted, setWanted] = useState<number | null>(null)
  const fit = room.width
    ? within(Math.min(1, room.width / size.width, room.height / size.height))
    : 1
  const scale = wanted ?? fit
  const onWheel = useEffectEvent((event: WheelEvent) => {
    if (!event.ctrlKey && !event.metaKey) return
    event.preventDefault()
    setWanted(within(scale * Math.exp(-event.deltaY / 300)))
  })
  useEffect(() => {
    if (!box) return undefined
    const listener = (event: WheelEvent) => onWheel(event)
    box.addEventListener('wheel', listener, { passive: false })
    return () => box.removeEventListener('wheel', listener)
  }, [box])
  return {
    scale,
    isFit: wanted === null,
    showAll: () => setWanted(null),
    closer: () => setWanted(within(scale * 1.25)),
    further: () => setWanted(within(scale / 1.25)),
  }
}
