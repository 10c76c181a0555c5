import { useSyncExternalStore } from 'react'

/** Scrolling less than this redraws nothing, CSS pixels. */
const stepPx = 400

/** How far an element is scrolled, in steps. */
export function useScrollTop(element: HTMLElement | null): number {
  return useSyncExternalStore(
    (onChange) => {
      element?.addEventListener('scroll', onChange, { passive: true })
      return () => element?.removeEventListener('scroll', onChange)
    },
    () => Math.floor((element?.scrollTop ?? 0) / stepPx) * stepPx,
  )
}
