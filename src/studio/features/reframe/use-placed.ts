import { useLayoutEffect, useState } from 'react'
import type { Rectangle } from '#contract/video-reframe.ts'
import { type CanvasView, toStage } from './canvas-view.ts'
import type { Flight } from './flight.ts'

/** Keeps an element where the rectangle is, by its style alone while that moves. Give `attach` as its ref. */
export function usePlaced(flight: Flight, committed: Rectangle, view: CanvasView) {
  const [element, attach] = useState<HTMLElement | null>(null)
  useLayoutEffect(() => {
    if (!element) return undefined
    const place = () => lay(element, toStage(flight.read()?.rectangle ?? committed, view))
    place()
    return flight.subscribe(place)
  }, [element, flight, committed, view])
  return attach
}

function lay({ style }: HTMLElement, { x, y, width, height }: Rectangle) {
  style.transform = `translate(${x}px, ${y}px)`
  style.width = `${width}px`
  style.height = `${height}px`
}
