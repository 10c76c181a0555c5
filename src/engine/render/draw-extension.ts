import { ratioOf } from '#contract/size.ts'
import { anchoredPlan } from '../morph/anchored-plan.ts'
import { carriedOn, isMoving } from '../morph/carried.ts'
import { lifeWords } from '../morph/life.ts'
import { parentEdge } from '../morph/parent-clip.ts'
import { asksForCamera } from '../scene/asks-for-camera.ts'
import { understand } from '../scene/understand.ts'
import { explanationWords } from '../scene/words/explanation-words.ts'
import { clipOf } from './clip-of.ts'
import { drawMorph } from './draw-morph.ts'
import type { SourceMedia } from './renderer.ts'
import type { Draw } from './tools.ts'

type Drawing = Parameters<Draw<'video'>>

/**
 * Draws a clip that goes on from the last frame of another one (`isForward`), or leads into its
 * first: in the parent's motion, then by the camera words of the prompt.
 */
export async function drawExtension(
  tools: Drawing[0],
  job: Drawing[1],
  { parent, isForward }: { parent: SourceMedia; isForward: boolean },
  onProgress: Drawing[2],
  signal: Drawing[3],
) {
  const { request, seed } = job
  const { size, frames, ratio } = clipOf(request)
  const { prompt, video } = request
  onProgress({ frames_done: 0, frames })
  const aspect = ratioOf(ratio)
  const spec = understand({ prompt, style: undefined, aspect, seed, medium: 'video' })
  const { picture, motion } = await parentEdge(parent.path, { size, isForward, signal })
  const isLoop = video?.loop === true
  const goesOn = isMoving(motion) && !asksForCamera(prompt) && !isLoop
  // What lies ahead of a camera nobody has seen: going closer makes room for it.
  const camera = goesOn ? { move: 'push_in' as const, amount: 0.3 } : spec.camera
  const carried = isMoving(motion) ? carriedOn(motion, isForward, !goesOn) : null
  const frame = isForward ? -1 : frames
  const placed = [{ frame, picture }]
  const asked = {
    size,
    frames,
    placed,
    spec: { ...spec, camera },
    reach: 1,
    isLoop,
    carried,
    signal,
  }
  const { plan } = await anchoredPlan(asked)
  const joint = isForward ? 0 : frames - 1
  const speedPx = Math.hypot(motion.x, motion.y) * size.width
  const moves = goesOn ? 'the motion of the clip goes on' : explanationWords.camera[camera.move]
  const facts = [
    {
      label: 'Extension',
      value: isForward ? 'goes on from the last frame' : 'leads into the first frame',
    },
    {
      label: 'Motion there',
      value: isMoving(motion)
        ? `${speedPx.toFixed(1)} pixels and ${(motion.zoom * 100).toFixed(2)} % of zoom a frame (estimated)`
        : 'none (estimated)',
    },
    { label: 'Camera', value: moves },
    { label: 'Depth', value: 'estimated from height in the frame, haze and sharpness' },
    { label: 'Life', value: lifeWords(plan.life) },
    { label: 'Words', value: 'the clip is the scene: camera, pace and weather words move it' },
  ]
  const understood = { facts, not_understood: spec.not_understood }
  return drawMorph(
    tools,
    job,
    { plan, keyFrames: [joint], understood, crf: 13 },
    onProgress,
    signal,
  )
}
