import type { Rectangle } from '#contract/video-reframe.ts'
import type { CanvasView } from './canvas-view.ts'
import type { Flight } from './flight.ts'
import type { Terms } from './whole-size.ts'

/** What every gesture on the stage starts from. */
export type Ground = {
  flight: Flight
  /** Where the rectangle stands while nothing moves, pixels of the canvas. */
  committed: Rectangle
  view: CanvasView
  terms: Terms
  /** Ends the movement in flight with this rectangle. */
  commit: (rectangle: Rectangle) => void
}
