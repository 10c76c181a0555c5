import type { ImageRequest } from '#contract/image.ts'
import { ratioOf } from '#contract/size.ts'
import { ssim } from '../measure/ssim.ts'
import { pictureSize } from '../media/read-picture.ts'
import { fadingResidue } from '../morph/fading-residue.ts'
import { fittedPicture } from '../morph/fitted-picture.ts'
import { explain } from '../scene/explain.ts'
import { understand } from '../scene/understand.ts'
import { explanationWords } from '../scene/words/explanation-words.ts'
import { clipOf } from './clip-of.ts'
import { openClipSink } from './clip-sink.ts'
import type { Rendered, SourceMedia } from './renderer.ts'
import { sceneCover } from './scene-cover.ts'
import type { Leg, Shot } from './shot.ts'
import type { Draw } from './tools.ts'

type Drawing = Parameters<Draw<'video'>>
type Made = { path: string; request: ImageRequest; seed: number }

const crf = 15
/** Frames until nothing of the picture's own pixels is left. */
const fadesFrames = 36
/** A scene painted again is taken for the picture from this likeness on. */
const same = 0.75

/** The request behind a picture of this engine, made from words alone. */
export const pictureBehind = ({ path, made }: SourceMedia): Made | null =>
  made?.request.type === 'image' ? { path, request: made.request, seed: made.seed } : null

/** Stands still with the picture, at the first or the last frame of the clip. */
function shotOf(camera: Leg, isStart: boolean): Shot {
  const { frames } = camera
  const still = { camera: { move: 'static' as const, amount: 0.2 }, frames: 1 }
  return isStart
    ? { frames, from: 0, route: { legs: [still, camera], anchor: 0 } }
    : { frames, from: 1 - frames, route: { legs: [camera, still], anchor: 1 } }
}

/**
 * Lets the scene of one of this engine's own pictures go on from the picture (`isStart`) or lead into
 * it; `null`, and nothing drawn, when the scene does not come out as the picture any more.
 */
export async function drawSceneFromPicture(
  { painters }: Drawing[0],
  { request, seed, folder }: Drawing[1],
  { made, isStart }: { made: Made; isStart: boolean },
  onProgress: Drawing[2],
  signal: Drawing[3],
): Promise<Rendered | null> {
  const { size, frames, rate, ratio } = clipOf(request)
  const own = await pictureSize(made.path)
  const aspect = own.width / own.height
  const { prompt, style } = made.request
  const spec = understand({ prompt, style, aspect, seed: made.seed, medium: 'image' })
  const asked = { prompt: request.prompt, aspect: ratioOf(ratio), seed, medium: 'video' as const }
  const next = understand(asked)
  const shot = shotOf({ camera: next.camera, frames }, isStart)
  const { frame, window } = sceneCover(aspect, size)
  const seen = window ? { window } : {}
  const picture = await fittedPicture(made.path, size)
  let again = new Uint8Array(0)
  const rest: Shot = { ...shot, frames: 1, from: 0 }
  await painters.paintClip(
    spec,
    frame,
    rest,
    (_, i420) => void (again = i420.slice()),
    signal,
    seen,
  )
  const luma = size.width * size.height
  if (ssim(picture.subarray(0, luma), again.subarray(0, luma), size) < same) return null

  const facts = [
    {
      label: 'Picture',
      value: `on the ${isStart ? 'first' : 'last'} frame; its scene is painted on`,
    },
    ...explain(spec).facts.map((fact) =>
      fact.label === 'Camera'
        ? { ...fact, value: explanationWords.camera[next.camera.move] }
        : fact,
    ),
    {
      label: 'Words',
      value: 'the picture is the scene: only camera words of the prompt are followed',
    },
  ]
  const { not_understood } = next
  onProgress({ frames_done: 0, frames, understood: { facts, not_understood } })
  const at = isStart ? 0 : frames - 1
  const withPicture = fadingResidue(picture, again, fadesFrames)
  const sink = await openClipSink({ folder, size, rate, crf, keyFrames: [at] })
  try {
    const write = async (index: number, i420: Uint8Array) => {
      await sink.write(withPicture(i420, Math.abs(index - at)))
      onProgress({ frames_done: index + 1, frames })
    }
    await painters.paintClip(spec, frame, shot, write, signal, seen)
    return { outputs: await sink.close() }
  } catch (error) {
    await sink.abort()
    throw error
  }
}
