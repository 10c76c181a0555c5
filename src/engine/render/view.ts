import type { Stage } from './stage.ts'

/**
 * A window onto the scene that may be wider than the frame it was composed for: `width` × `height`
 * pixels, `scale` of them to one pixel of the frame, whose upper left corner stands at
 * (`frameLeft`, `frameTop`) pixels of the window.
 */
export type PaintWindow = {
  width: number
  height: number
  scale: number
  frameLeft: number
  frameTop: number
}

/** What is painted: pixels, and where they lie in the scene. */
export type View = {
  width: number
  height: number
  /** Length of one pixel. */
  px: number
  left: number
  top: number
}

export const rightOf = ({ left, width, px }: View) => left + width * px
export const bottomOf = ({ top, height, px }: View) => top - height * px

/** The whole frame, or a window of it. */
export function viewOf(stage: Stage, window?: PaintWindow): View {
  const { width, height, halfW, top } = stage
  if (!window) return { width, height, px: stage.px, left: -halfW, top }
  const px = stage.px / window.scale
  return {
    width: window.width,
    height: window.height,
    px,
    left: -halfW - window.frameLeft * px,
    top: top + window.frameTop * px,
  }
}
