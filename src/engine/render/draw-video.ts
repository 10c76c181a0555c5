import { ratioOf } from '#contract/size.ts'
import { fps, frameCount, videoDefaults, videoSize } from '#contract/video.ts'
import { explain } from '../scene/explain.ts'
import type { SceneSpec } from '../scene/scene-spec.ts'
import { understand } from '../scene/understand.ts'
import { openClipSink } from './clip-sink.ts'
import { drawAnchoredVideo } from './draw-anchored-video.ts'
import { hdrAsked, toldWith } from './hdr-asked.ts'
import type { Draw } from './tools.ts'

/** What was understood; a loop says how it closes. */
function explained(spec: SceneSpec, isLoop: boolean) {
  const { facts, not_understood } = explain(spec)
  const loop = { label: 'Loop', value: 'closed camera path' }
  return { facts: isLoop ? [...facts, loop] : facts, not_understood }
}

/**
 * Draws a clip of exactly `videoSize` pixels and 120 or 240 frames: H.264, 24 fps, BT.709; if asked
 * for, in HDR from the light of the same frames.
 */
export const drawVideo: Draw<'video'> = async (tools, job, onProgress, signal) => {
  const { start_frame, end_frame, keyframes } = job.request.video ?? {}
  if (start_frame || end_frame || keyframes) {
    return drawAnchoredVideo(tools, job, onProgress, signal)
  }
  const { painters } = tools
  const { request, seed, folder } = job
  const {
    resolution = videoDefaults.resolution,
    duration = videoDefaults.duration,
    loop: isLoop = false,
  } = request.video ?? {}
  const ratio = request.aspect_ratio ?? videoDefaults.aspect_ratio
  const size = videoSize(ratio, resolution)
  const frames = frameCount(duration)
  const { prompt } = request
  const aspect = ratioOf(ratio)
  const spec = understand({ prompt, style: undefined, aspect, seed, medium: 'video' })
  const hdr = hdrAsked(request.video)
  const sink = await openClipSink({ folder, size, rate: { num: fps, den: 1 }, isLoop, hdr })
  const tell = (frames_done: number) => {
    const understood = toldWith(explained(spec, isLoop), sink)
    onProgress({ frames_done, frames, understood })
  }
  tell(0)
  try {
    const write = async (index: number, i420: Uint8Array, light?: Uint16Array) => {
      await sink.write(i420, light)
      onProgress({ frames_done: index + 1, frames })
    }
    const lit = hdr !== undefined
    await painters.paintClip(spec, size, { frames, loop: isLoop }, write, signal, { lit })
    const outputs = await sink.close()
    if (hdr) tell(frames)
    return { outputs }
  } catch (error) {
    await sink.abort()
    throw error
  }
}
