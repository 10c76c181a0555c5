import type { Rectangle } from '#contract/video-reframe.ts'
import type { Guide } from './snap-rectangle.ts'

export type Moving = { rectangle: Rectangle; guides: readonly Guide[] }

/** A movement that is not committed yet, told to the few small parts that show it. */
export function createFlight() {
  let moving: Moving | null = null
  const listeners = new Set<() => void>()
  return {
    read: () => moving,
    write(next: Moving | null) {
      if (moving === next) return
      moving = next
      for (const tell of listeners) tell()
    },
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
  }
}
export type Flight = ReturnType<typeof createFlight>
