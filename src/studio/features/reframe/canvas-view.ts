import type { Size } from '#contract/size.ts'
import type { Rectangle } from '#contract/video-reframe.ts'
import type { Point } from './whole-size.ts'

/** CSS pixels for one pixel of the canvas, and where the canvas begins on the stage. */
export type CanvasView = { scale: number; left: number; top: number }

const around = { canvas: 0.13, all: 0.06 }

/** The canvas in the middle of the stage with room around it. */
export const viewOfCanvas = (stage: Size, canvas: Size): CanvasView =>
  viewOf(stage, { x: 0, y: 0, ...canvas }, around.canvas)

/** The canvas and the whole rectangle, wherever it lies. */
export function viewOfAll(stage: Size, canvas: Size, { x, y, width, height }: Rectangle) {
  const left = Math.min(0, x)
  const top = Math.min(0, y)
  const right = Math.max(canvas.width, x + width)
  const bottom = Math.max(canvas.height, y + height)
  const all = { x: left, y: top, width: right - left, height: bottom - top }
  const near = viewOfCanvas(stage, canvas)
  return isInSight(stage, near, all) ? near : viewOf(stage, all, around.all)
}

function viewOf(stage: Size, part: Rectangle, margin: number): CanvasView {
  const room = 1 - 2 * margin
  const scale = Math.min((stage.width * room) / part.width, (stage.height * room) / part.height)
  return {
    scale,
    left: (stage.width - part.width * scale) / 2 - part.x * scale,
    top: (stage.height - part.height * scale) / 2 - part.y * scale,
  }
}

/** Whether a rectangle of the canvas lies wholly on the stage. */
export function isInSight(stage: Size, view: CanvasView, rectangle: Rectangle): boolean {
  const { x, y, width, height } = toStage(rectangle, view)
  return x >= 0 && y >= 0 && x + width <= stage.width && y + height <= stage.height
}

/** Enough of a rectangle to take hold of, CSS pixels. */
const holdPx = 24

const inset = (length: number) => Math.min(holdPx, length)

/** Whether enough of a rectangle lies on the stage to take hold of it. */
export function isReachable(stage: Size, view: CanvasView, rectangle: Rectangle): boolean {
  const { x, y, width, height } = toStage(rectangle, view)
  return (
    x + width >= inset(width) &&
    y + height >= inset(height) &&
    x <= stage.width - inset(width) &&
    y <= stage.height - inset(height)
  )
}

/** A rectangle of the canvas in CSS pixels of the stage. */
export const toStage = (
  { x, y, width, height }: Rectangle,
  { scale, left, top }: CanvasView,
): Rectangle => ({
  x: left + x * scale,
  y: top + y * scale,
  width: width * scale,
  height: height * scale,
})

/** A point of the stage, CSS pixels, in pixels of the canvas. */
export const toCanvas = ({ x, y }: Point, { scale, left, top }: CanvasView): Point => ({
  x: (x - left) / scale,
  y: (y - top) / scale,
})
