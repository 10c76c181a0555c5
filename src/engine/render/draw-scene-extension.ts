import { ratioOf } from '#contract/size.ts'
import type { VideoRequest } from '#contract/video.ts'
import { asksForCamera } from '../scene/asks-for-camera.ts'
import { explain } from '../scene/explain.ts'
import { understand } from '../scene/understand.ts'
import { explanationWords } from '../scene/words/explanation-words.ts'
import { clipOf } from './clip-of.ts'
import { openClipSink } from './clip-sink.ts'
import type { SourceMedia } from './renderer.ts'
import { sceneCover } from './scene-cover.ts'
import type { Shot } from './shot.ts'
import type { Draw } from './tools.ts'

type Drawing = Parameters<Draw<'video'>>
type Made = { request: VideoRequest; seed: number }

/** The request behind a clip whose scene can be painted on: not a loop, which has no other time. */
export function sceneBehind({ made }: SourceMedia): Made | null {
  if (made?.request.type !== 'video' || made.request.video?.loop) return null
  return { request: made.request, seed: made.seed }
}

/** Paints the scene of one of this engine's own clips on: its time, and its camera's way. */
export async function drawSceneExtension(
  { painters }: Drawing[0],
  { request, seed, folder }: Drawing[1],
  { made, isForward }: { made: Made; isForward: boolean },
  onProgress: Drawing[2],
  signal: Drawing[3],
) {
  const parent = clipOf(made.request)
  const { size, frames, rate, ratio } = clipOf(request)
  const aspect = ratioOf(parent.ratio)
  const scene = { prompt: made.request.prompt, seed: made.seed, aspect, medium: 'video' as const }
  const spec = understand(scene)
  const { prompt } = request
  const next = understand({ prompt, aspect: ratioOf(ratio), seed, medium: 'video' })
  const own = { camera: spec.camera, frames: parent.frames }
  const added = asksForCamera(prompt) ? [{ camera: next.camera, frames }] : []
  const shot: Shot = isForward
    ? { frames, from: parent.frames, route: { legs: [own, ...added], anchor: 0 } }
    : { frames, from: -frames, route: { legs: [...added, own], anchor: added.length } }
  const camera = added.length > 0 ? explanationWords.camera[next.camera.move] : 'goes on as it went'
  const facts = [
    {
      label: 'Extension',
      value: `the scene of the clip is painted ${isForward ? 'on' : 'earlier'}`,
    },
    ...explain(spec).facts.map((fact) =>
      fact.label === 'Camera' ? { ...fact, value: camera } : fact,
    ),
    {
      label: 'Words',
      value: 'the clip is the scene: only camera words of the prompt are followed',
    },
  ]
  const { not_understood } = next
  onProgress({ frames_done: 0, frames, understood: { facts, not_understood } })
  const { frame, window } = sceneCover(aspect, size)
  const sink = await openClipSink({ folder, size, rate })
  try {
    const write = async (index: number, i420: Uint8Array) => {
      await sink.write(i420)
      onProgress({ frames_done: index + 1, frames })
    }
    await painters.paintClip(spec, frame, shot, write, signal, window ? { window } : {})
    return { outputs: await sink.close() }
  } catch (error) {
    await sink.abort()
    throw error
  }
}
