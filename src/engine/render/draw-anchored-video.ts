import { ratioOf } from '#contract/size.ts'
import { shownFrame } from '#contract/video.ts'
import type { MediaRef } from '#contract/media-ref.ts'
import type { VideoRequest } from '#contract/video.ts'
import { anchoredPlan, type Placed } from '../morph/anchored-plan.ts'
import { fittedPicture } from '../morph/fitted-picture.ts'
import { lifeWords } from '../morph/life.ts'
import { explanationWords } from '../scene/words/explanation-words.ts'
import { understand } from '../scene/understand.ts'
import { clipOf } from './clip-of.ts'
import { drawExtension } from './draw-extension.ts'
import { drawMorph } from './draw-morph.ts'
import { drawSceneExtension, sceneBehind } from './draw-scene-extension.ts'
import { drawSceneFromPicture, pictureBehind } from './draw-scene-from-picture.ts'
import { mediaOf } from './renderer.ts'
import type { Draw } from './tools.ts'

/** The anchors of a request on the frames of its file; of two that show on one frame the later. */
function anchorsOf(
  { video = {} }: VideoRequest,
  frames: number,
): { frame: number; image: MediaRef }[] {
  const { start_frame, end_frame, keyframes = [] } = video
  const asked = [
    ...(start_frame ? [{ frame: 0, image: start_frame }] : []),
    ...keyframes.toSorted((a, b) => a.frame - b.frame),
    ...(end_frame ? [{ frame: frames, image: end_frame }] : []),
  ]
  const shown = new Map<number, MediaRef>()
  for (const { frame, image } of asked) shown.set(shownFrame(frame, frames), image)
  return [...shown].map(([frame, image]) => ({ frame, image }))
}

/** Draws a clip that shows given pictures at given frames. */
export const drawAnchoredVideo: Draw<'video'> = async (tools, job, onProgress, signal) => {
  const { request, seed } = job
  const { start_frame, end_frame } = request.video ?? {}
  const edge = start_frame ?? end_frame
  const parent = edge && mediaOf(job, edge)
  if (parent?.facts.medium === 'video') {
    const isForward = start_frame !== undefined
    const scene = request.video?.loop ? null : sceneBehind(parent)
    if (scene) {
      const known = { made: scene, isForward }
      return drawSceneExtension(tools, job, known, onProgress, signal)
    }
    return drawExtension(tools, job, { parent, isForward }, onProgress, signal)
  }
  const made = parent && !(start_frame && end_frame) ? pictureBehind(parent) : null
  if (made && !request.video?.loop && !request.video?.hdr) {
    const known = { made, isStart: start_frame !== undefined }
    const rendered = await drawSceneFromPicture(tools, job, known, onProgress, signal)
    if (rendered) return rendered
  }
  const { size, frames, ratio } = clipOf(request)
  const { prompt } = request
  const spec = understand({
    prompt,
    style: undefined,
    aspect: ratioOf(ratio),
    seed,
    medium: 'video',
  })
  onProgress({ frames_done: 0, frames })
  const pictures = new Map<string, Uint8Array>()
  const placed: Placed[] = []
  for (const { frame, image } of anchorsOf(request, frames)) {
    signal.throwIfAborted()
    const { path } = mediaOf(job, image)
    const picture = pictures.get(path) ?? (await fittedPicture(path, size))
    pictures.set(path, picture)
    placed.push({ frame, picture })
  }
  const isLoop = request.video?.loop === true
  const reach = request.video?.keyframes ? 0.6 : 1
  const { plan, kinds } = await anchoredPlan({ size, frames, placed, spec, reach, isLoop, signal })
  const counted = (kind: string) => kinds.filter((k) => k === kind).length
  const ways = [
    [counted('flow'), 'follow the motion of their parts (estimated)'],
    [counted('camera'), 'follow one camera motion (estimated)'],
    [counted('none'), 'are too unlike to move: they dissolve'],
  ] as const
  const between = ways.filter(([n]) => n > 0).map(([n, how]) => `${n} ${how}`)
  const facts = [
    { label: 'Pictures', value: `on frames ${placed.map(({ frame }) => frame).join(', ')}` },
    ...(between.length > 0 ? [{ label: 'Between them', value: between.join('; ') }] : []),
    { label: 'Camera', value: explanationWords.camera[spec.camera.move] },
    { label: 'Depth', value: 'estimated from height in the frame, haze and sharpness' },
    { label: 'Life', value: lifeWords(plan.life) },
    { label: 'Words', value: 'the pictures are the scene: camera, pace and weather words move it' },
  ]
  const understood = { facts, not_understood: spec.not_understood }
  const keyFrames = placed.map(({ frame }) => frame)
  return drawMorph(tools, job, { plan, keyFrames, understood }, onProgress, signal)
}
