import type { PointerEvent } from 'react'
import { dragAnchors } from './drag-anchors.ts'
import { bandGesture, panGesture, scrubGesture } from './gestures.ts'
import type { Gesture, Spot } from './gesture.ts'
import { nearestAnchor } from './nearest-anchor.ts'
import { pressed } from './selection.ts'
import type { Stage } from './stage.ts'
import { placeAt, xOf } from './timeline-scale.ts'
import type { Acts } from './use-acts.ts'
import type { Anchors } from './use-anchors.ts'
import { usePointerGesture } from './use-pointer-gesture.ts'

type StripGesturesOptions = {
  stage: Stage
  strip: HTMLElement | null
  band: HTMLElement | null
  of: Anchors
  acts: Acts
  magnets: () => readonly number[]
  onFocus: (id: number) => void
}

const reachPx = { mouse: 12, touch: 24 }

/** What pointers do on the strip: scrub, select, drag, band, pan, pinch. */
export function useStripGestures(options: StripGesturesOptions) {
  const { stage, strip, band, of, acts, magnets, onFocus } = options
  const { anchors, ids, selection, current, origin } = of

  const anchorAt = ({ x, y }: Spot, isTouch: boolean) => {
    const fullPx = strip?.querySelector<HTMLElement>('[data-full]')?.offsetWidth ?? 0
    const reach = reachPx[isTouch ? 'touch' : 'mouse']
    const scale = stage.scale.get()
    const found = nearestAnchor(anchors, scale, x, { fullPx, reachPx: reach })
    if (!found || !strip || Math.abs(xOf(scale, found.frame) - x) <= reach) return found
    const picture = strip.querySelector(`[data-anchor="${found.id}"] [data-picture]`)
    const box = picture?.getBoundingClientRect()
    const clientY = y + strip.getBoundingClientRect().top
    return !box || (clientY >= box.top && clientY <= box.bottom) ? found : null
  }
  const press = (id: number, event: PointerEvent) => {
    const isToggle = event.ctrlKey || event.metaKey
    const next = pressed(selection, ids, origin, id, { isRange: event.shiftKey, isToggle })
    of.select(next, id, event.shiftKey ? (origin ?? id) : id)
    onFocus(id)
  }

  const pick = (spot: Spot, event: PointerEvent): Gesture | null => {
    const grabbed = anchorAt(spot, event.pointerType === 'touch')
    if (!grabbed || !strip) return null
    const isPart = selection.has(grabbed.id)
    const hasKeys = event.shiftKey || event.ctrlKey || event.metaKey
    const moving = isPart && !hasKeys ? selection : new Set([grabbed.id])
    if (hasKeys) press(grabbed.id, event)
    else if (!isPart) press(grabbed.id, event)
    else onFocus(grabbed.id)
    const picked = new Set(anchors.flatMap(({ id }, index) => (moving.has(id) ? [index] : [])))
    const drag = dragAnchors({
      stage,
      strip,
      anchors,
      picked,
      grabbed,
      startX: spot.x,
      magnets: magnets(),
    })
    return {
      move: ({ x, isFree }) => drag.move(x, isFree),
      end: (_spot, hasMoved) => {
        const frames = drag.end()
        if (hasMoved) acts.place(frames)
        else if (isPart && !hasKeys) of.select(new Set([grabbed.id]), grabbed.id)
      },
      cancel: drag.cancel,
    }
  }

  const begin = (spot: Spot, event: PointerEvent<HTMLElement>): Gesture | null => {
    const zone = (event.target as HTMLElement).closest<HTMLElement>('[data-zone]')?.dataset.zone
    const isTouch = event.pointerType === 'touch'
    if (event.button === 1 || (event.button === 0 && event.altKey && zone === 'ruler')) {
      event.preventDefault()
      return panGesture(stage, spot, () => undefined)
    }
    if (event.button !== 0) return null
    if (isTouch) {
      if (zone === 'ruler' && !stage.scale.get().isCentred) return scrubGesture(stage, spot)
      return panGesture(stage, spot, (at) => {
        const tapped = zone === 'lane' ? anchorAt(at, true) : null
        if (tapped) press(tapped.id, event)
        else if (zone === 'lane') of.select(new Set())
        else stage.seek(placeAt(stage.scale.get(), at.x))
      })
    }
    if (zone !== 'lane') return scrubGesture(stage, spot)
    const picked = pick(spot, event)
    if (picked || !band) return picked
    const isMore = event.shiftKey || event.ctrlKey || event.metaKey
    return bandGesture({
      band,
      start: spot,
      onBand: (range) => {
        const inside = range
          ? anchors.filter(({ frame }) => {
              const [from, to] = range.map((x) => placeAt(stage.scale.get(), x))
              return frame >= (from ?? 0) && frame <= (to ?? 0)
            })
          : []
        const found = inside.map(({ id }) => id)
        if (found[0] !== undefined) onFocus(found[0])
        of.select(new Set(isMore ? [...selection, ...found] : found), found[0] ?? current)
      },
    })
  }

  return {
    anchorAt,
    ...usePointerGesture({
      element: strip,
      begin,
      hold: (spot, event) => {
        const zone = (event.target as HTMLElement).closest<HTMLElement>('[data-zone]')?.dataset.zone
        return zone === 'lane' ? pick(spot, event) : null
      },
      pinch: (factor, middle, byPx) => {
        stage.zoom(factor, middle)
        stage.pan(byPx)
      },
      onEdge: (way) => stage.pan(way * 8),
    }),
  }
}
