import type { Rectangle } from '#contract/video-reframe.ts'
import { moveBy, sizeTo } from './rectangle-drag.ts'
import type { Point, Terms } from './whole-size.ts'

type Press = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'altKey' | 'ctrlKey' | 'metaKey'>

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

const middle = { x: 0.5, y: 0.5 }

/** Where a key puts the rectangle; `null`: it is none of its keys. */
export function keyed(rectangle: Rectangle, press: Press, terms: Terms): Rectangle | null {
  const { key, shiftKey, altKey, ctrlKey, metaKey } = press
  if (ctrlKey || metaKey) return null
  const arrow = arrows[key]
  if (arrow) {
    const stepPx = shiftKey ? 10 : 1
    const by = { x: arrow.x * stepPx, y: arrow.y * stepPx }
    return altKey ? stretched(rectangle, by, terms) : moveBy(rectangle, by, terms.canvas)
  }
  if (altKey) return null
  if (key === '+' || key === '=') return grown(rectangle, 1, terms)
  if (key === '-' || key === '_') return grown(rectangle, -1, terms)
  return null
}

/** The right and lower edges moved; a kept shape follows. */
function stretched(rectangle: Rectangle, by: Point, terms: Terms): Rectangle {
  const { ratio } = terms
  const width = rectangle.width + by.x
  const height = rectangle.height + by.y
  const led = by.x === 0 ? height * (ratio ?? 0) : width
  const size = ratio === null ? { width, height } : { width: led, height: led / ratio }
  return sizeTo(rectangle, size, { x: 0, y: 0 }, terms)
}

/** A hundredth larger or smaller about the middle, a pixel at least. */
function grown(rectangle: Rectangle, sign: 1 | -1, terms: Terms): Rectangle {
  const longer = Math.max(rectangle.width, rectangle.height)
  const factor = 1 + (sign * Math.max(1, longer / 100)) / longer
  const size = { width: rectangle.width * factor, height: rectangle.height * factor }
  return sizeTo(rectangle, size, middle, terms)
}
