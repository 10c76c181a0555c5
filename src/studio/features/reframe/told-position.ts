import type { Size } from '#contract/size.ts'
import {
  type Rectangle,
  type SourcePosition,
  toRectangle,
  toSourcePosition,
} from '#contract/video-reframe.ts'

const rounder = (places: number) => (value: number) =>
  Math.round(value * 10 ** places) / 10 ** places || 0

/** Six places are within 0.002 px of what is meant on the widest canvas. */
export const toldUnits = rounder(6)

/** Hundredths of a pixel, so that whole pixels come back whole from the units. */
export const toldPixels = rounder(2)

/** The position as it is shown and sent, to the same digit. */
export function toldPosition(rectangle: Rectangle, canvas: Size): SourcePosition {
  const { x_norm, y_norm, w_norm, h_norm } = toSourcePosition(rectangle, canvas)
  return {
    x_norm: toldUnits(x_norm),
    y_norm: toldUnits(y_norm),
    w_norm: toldUnits(w_norm),
    h_norm: toldUnits(h_norm),
  }
}

/** The rectangle of a position in pixels as they are shown. */
export function toldRectangle(position: SourcePosition, canvas: Size): Rectangle {
  const { x, y, width, height } = toRectangle(position, canvas)
  return {
    x: toldPixels(x),
    y: toldPixels(y),
    width: toldPixels(width),
    height: toldPixels(height),
  }
}

const said = (px: number) => String(toldPixels(px)).replace('-', '−')

/** `x 120, y −40, 960 × 540 px` */
export function rectangleWords({ x, y, width, height }: Rectangle): string {
  return `x ${said(x)}, y ${said(y)}, ${said(width)} × ${said(height)} px`
}
