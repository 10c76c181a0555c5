import type { Stage } from './stage.ts'
import { xOf } from './timeline-scale.ts'

/** Closer or further out, with the playhead brought into sight and staying where it is. */
export function zoomToPlayhead(stage: Stage, factor: number) {
  const frame = stage.playhead.get()
  stage.reveal(frame)
  stage.zoom(factor, xOf(stage.scale.get(), frame))
}
