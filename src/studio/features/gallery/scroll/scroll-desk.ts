import { positionOf, scrolledBy, scrolledTo, settled } from './virtual-scroll.ts'

/** Scrolling less than this redraws nothing, CSS pixels. */
export const stepPx = 160
/** Without a movement for this long it rests. */
const restMs = 150

/**
 * Where the wall stands, in steps; how far its box is behind; and whether it is flung, so that what
 * is around the view will not be seen.
 */
type Sight = { top: number; base: number; isFlung: boolean }

type Listener = () => void

/** Scrolls an element through content of any height. */
export function createScrollDesk() {
  let element: HTMLElement | null = null
  let scroll = scrolledTo({ contentHeight: 0, viewHeight: 0 }, 0)
  let sight: Sight = { top: 0, base: 0, isFlung: false }
  let resting: ReturnType<typeof setTimeout> | undefined
  const listeners = new Set<Listener>()
  const moveListeners = new Set<Listener>()
  const restListeners = new Set<Listener>()

  function show(next: typeof scroll, isFlung = false) {
    scroll = next
    if (element && element.scrollTop !== next.native) element.scrollTop = next.native
    const top = Math.floor(positionOf(next) / stepPx) * stepPx
    const isSame = top === sight.top && next.base === sight.base && isFlung === sight.isFlung
    if (isSame) return
    sight = { top, base: next.base, isFlung }
    for (const listener of listeners) listener()
  }

  function rest() {
    show(settled(scroll))
    for (const listener of restListeners) listener()
  }

  function moved() {
    clearTimeout(resting)
    resting = setTimeout(rest, restMs)
    for (const listener of moveListeners) listener()
  }

  function onScroll() {
    if (!element || element.scrollTop === scroll.native) return
    const before = positionOf(scroll)
    const next = scrolledBy(scroll, element.scrollTop)
    show(next, Math.abs(positionOf(next) - before) > scroll.viewHeight)
    moved()
  }

  const hear = (set: Set<Listener>) => (listener: Listener) => {
    set.add(listener)
    return () => void set.delete(listener)
  }

  return {
    attach(next: HTMLElement) {
      element = next
      element.scrollTop = scroll.native
      element.addEventListener('scroll', onScroll, { passive: true })
      return () => {
        clearTimeout(resting)
        next.removeEventListener('scroll', onScroll)
        element = null
      }
    },
    subscribe: hear(listeners),
    sight: () => sight,
    /** Tells every movement that somebody makes, before it is drawn. */
    onMove: hear(moveListeners),
    onRest: hear(restListeners),
    position: () => positionOf(scroll),
    viewHeight: () => scroll.viewHeight,
    /** Somebody goes there. */
    goTo(position: number) {
      const next = scrolledTo(scroll, position)
      show(next, Math.abs(positionOf(next) - positionOf(scroll)) > scroll.viewHeight)
      moved()
    },
    /** The wall is another; what is looked at has not moved. */
    resize(contentHeight: number, viewHeight: number, position: number) {
      show(scrolledTo({ contentHeight, viewHeight }, position))
    },
  }
}
export type ScrollDesk = ReturnType<typeof createScrollDesk>
