import { ratioOf, type Size } from '#contract/size.ts'
import { frameCount, videoDefaults, videoSize } from '#contract/video.ts'
import type { SourceMedia } from '../render/renderer.ts'
import type { PaintWindow } from '../render/view.ts'
import type { SceneSpec } from '../scene/scene-spec.ts'
import { understand } from '../scene/understand.ts'
import type { Edges } from './source-rectangle.ts'

/** The scene of a clip that this engine painted from words, and the frame it was composed for. */
export type ClipScene = { spec: SceneSpec; size: Size; frames: number; loop: boolean }

/** Understood as the clip was; null for what was not painted as one scene. */
export function sceneOfClip(made: SourceMedia['made']): ClipScene | null {
  if (made?.request.type !== 'video') return null
  const { request, seed } = made
  const { resolution, duration, loop = false } = { ...videoDefaults, ...request.video }
  const ratio = request.aspect_ratio ?? videoDefaults.aspect_ratio
  const { prompt } = request
  const aspect = ratioOf(ratio)
  const spec = understand({ prompt, style: undefined, aspect, seed, medium: 'video' })
  return { spec, size: videoSize(ratio, resolution), frames: frameCount(duration), loop }
}

/** Frames that may stand side by side on the canvas before the scene is too wide to be painted. */
const widest = 6
/** Painted pixels for each of the canvas at most, when the source is stretched. */
const mostPixels = 1.5

export type SceneWindow = {
  window: PaintWindow
  /** The canvas's pixels that one painted pixel takes: not 1 only when the source is stretched. */
  stretch: { across: number; down: number }
}

/** The window of a scene that covers the canvas when its frame fills the rectangle. */
export function sceneWindow(frame: Size, rectangle: Edges, canvas: Size): SceneWindow | null {
  const { left, top, right, bottom } = rectangle
  const across = (right - left) / frame.width
  const down = (bottom - top) / frame.height
  const spread = Math.max(canvas.width / (right - left), canvas.height / (bottom - top))
  if (!(spread <= widest)) return null
  const even = Math.sqrt(across * down)
  const isStretched = Math.abs(across / down - 1) > 0.01
  const scale = isStretched ? Math.min(Math.max(across, down), even * Math.sqrt(mostPixels)) : even
  if (!isStretched) {
    const frameLeft = (left + right - frame.width * scale) / 2
    const frameTop = (top + bottom - frame.height * scale) / 2
    return { window: { ...canvas, scale, frameLeft, frameTop }, stretch: { across: 1, down: 1 } }
  }
  const stretch = { across: across / scale, down: down / scale }
  const window = {
    width: upToEven(canvas.width / stretch.across),
    height: upToEven(canvas.height / stretch.down),
    scale,
    frameLeft: left / stretch.across,
    frameTop: top / stretch.down,
  }
  return { window, stretch }
}

const upToEven = (px: number) => 2 * Math.ceil(px / 2)
