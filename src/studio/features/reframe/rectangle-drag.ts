import type { Size } from '#contract/size.ts'
import { positionReach, type Rectangle } from '#contract/video-reframe.ts'
import { type Point, type Terms, wholeSize } from './whole-size.ts'

/** The edges that a handle moves: -1 is left or top, 1 right or bottom, 0 neither. */
export type Handle = { x: -1 | 0 | 1; y: -1 | 0 | 1 }

const held = (px: number, side: number) => {
  const reach = positionReach * side
  return Math.min(Math.max(Math.round(px) || 0, -reach), reach)
}

/** Moved to whole pixels, within what the API takes. */
export const moveTo = (rectangle: Rectangle, { x, y }: Point, canvas: Size): Rectangle => ({
  ...rectangle,
  x: held(x, canvas.width),
  y: held(y, canvas.height),
})

export const moveBy = (rectangle: Rectangle, by: Point, canvas: Size): Rectangle =>
  moveTo(rectangle, { x: rectangle.x + by.x, y: rectangle.y + by.y }, canvas)

/**
 * A rectangle of another size, one point of it kept where it is: `keep` 0 is its left or top,
 * 1 its right or bottom. Whole pixels, within what the API takes.
 */
export function sizeTo(rectangle: Rectangle, size: Size, keep: Point, terms: Terms): Rectangle {
  const { width, height } = wholeSize(rectangle, size, keep, terms)
  const x = rectangle.x + (rectangle.width - width) * keep.x
  const y = rectangle.y + (rectangle.height - height) * keep.y
  return moveTo({ x, y, width, height }, { x, y }, terms.canvas)
}

/** Scaled with the canvas under `about` staying under it. */
export function scaleAbout(rectangle: Rectangle, factor: number, about: Point, terms: Terms) {
  const size = { width: rectangle.width * factor, height: rectangle.height * factor }
  return sizeTo(rectangle, size, within(rectangle, about), terms)
}

/** A point of the canvas in sides of a rectangle. */
export const within = (rectangle: Rectangle, { x, y }: Point): Point => ({
  x: (x - rectangle.x) / rectangle.width,
  y: (y - rectangle.y) / rectangle.height,
})

/** What stays when a handle is pulled: the opposite side, or the middle. */
export function keptBy(handle: Handle, isFromCentre: boolean): Point {
  const kept = (sign: -1 | 0 | 1) => (isFromCentre || sign === 0 ? 0.5 : sign === 1 ? 0 : 1)
  return { x: kept(handle.x), y: kept(handle.y) }
}

/** The size that a pull means; for a corner of a kept shape the nearest on its diagonal. */
export function pulledSize(
  from: Size,
  handle: Handle,
  by: Point,
  isFromCentre: boolean,
  ratio: number | null,
): Size {
  const times = isFromCentre ? 2 : 1
  const width = from.width + handle.x * by.x * times
  const height = from.height + handle.y * by.y * times
  if (ratio === null) return { width, height }
  if (handle.y === 0) return { width, height: width / ratio }
  if (handle.x === 0) return { width: height * ratio, height }
  const nearest = (width * ratio + height) / (ratio * ratio + 1)
  return { width: nearest * ratio, height: nearest }
}

/** Pulled by a handle; `by` is how far the pointer went since the rectangle stood as given. */
export function resize(
  rectangle: Rectangle,
  handle: Handle,
  by: Point,
  isFromCentre: boolean,
  terms: Terms,
): Rectangle {
  if (by.x === 0 && by.y === 0) return rectangle
  const size = pulledSize(rectangle, handle, by, isFromCentre, terms.ratio)
  return sizeTo(rectangle, size, keptBy(handle, isFromCentre), terms)
}
