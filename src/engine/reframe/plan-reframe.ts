import type { Size } from '#contract/size.ts'
import type { SourcePosition } from '#contract/video-reframe.ts'
import type { PaintWindow } from '../render/view.ts'
import type { FillGrade, ReframePlan } from './reframe-plan.ts'
import { shownPart, sourceRectangle } from './source-rectangle.ts'
import { sceneWindow } from './wider-scene.ts'

/** How far out the border of the source is felt in a painted scene, in sides of the source. */
const felt = 0.4

export type PlannedReframe = { plan: ReframePlan; window: PaintWindow | null }

/**
 * Decides where the source stands and what fills the rest: nothing where none is left, the scene
 * (`scene`: the frame it was composed for, and whether words change it) where it can be painted
 * that wide, else the reflection, turned to what words ask (`grade`).
 */
export function planReframe(
  position: SourcePosition | undefined,
  source: Size,
  canvas: Size,
  scene: { size: Size; isChanged: boolean } | null,
  grade: readonly FillGrade[] | null,
): PlannedReframe {
  const rectangle = sourceRectangle(position, source, canvas)
  const same = { source, canvas, rectangle }
  const { left, top, right, bottom } = shownPart(rectangle, canvas)
  if (left === 0 && top === 0 && right === canvas.width && bottom === canvas.height) {
    return { plan: { ...same, fill: { kind: 'none' } }, window: null }
  }
  const wide = scene && sceneWindow(scene.size, rectangle, canvas)
  if (!wide) return { plan: { ...same, fill: { kind: 'mirror', grade } }, window: null }
  const { window, stretch } = wide
  const side = Math.min(rectangle.right - rectangle.left, rectangle.bottom - rectangle.top)
  const { isChanged } = scene
  const fill = { kind: 'scene', stretch, reach: side * felt, isChanged } as const
  const painted = { width: window.width, height: window.height }
  return { plan: { ...same, fill: { ...fill, painted } }, window }
}
