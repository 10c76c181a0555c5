import { ratioOf } from '#contract/size.ts'
import { fps, frameCount, videoDefaults, videoSize } from '#contract/video.ts'
import { explain } from '../scene/explain.ts'
import type { SceneSpec } from '../scene/scene-spec.ts'
import { understand } from '../scene/understand.ts'
import { openClipSink } from './clip-sink.ts'
import { drawAnchoredVideo } from './draw-anchored-video.ts'
import type { Draw } from './tools.ts'

/** What was understood; a loop says how it closes. */
function explained(spec: SceneSpec, isLoop: boolean) {
  const { facts, not_understood } = explain(spec)
  const loop = { label: 'Loop', value: 'closed camera path' }
  return { facts: isLoop ? [...facts, loop] : facts, not_understood }
}

/** Draws a clip of exactly `videoSize` pixels and 120 or 240 frames: H.264, 24 fps, BT.709. */
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
  onProgress({ frames_done: 0, frames, understood: explained(spec, isLoop) })
  const sink = await openClipSink({ folder, size, rate: { num: fps, den: 1 }, isLoop })
  try {
    const write = async (index: number, i420: Uint8Array) => {
      await sink.write(i420)
      onProgress({ frames_done: index + 1, frames })
    }
    await painters.paintClip(spec, size, { frames, loop: isLoop }, write, signal)
    return { outputs: await sink.close() }
  } catch (error) {
    await sink.abort()
    throw error
  }
}
