import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ratioOf } from '#contract/size.ts'
import { fps, frameCount, videoDefaults, type VideoRequest, videoSize } from '#contract/video.ts'
import { openVideoEncoder } from '../media/video-encoder.ts'
import { explain } from '../scene/explain.ts'
import { understand } from '../scene/understand.ts'
import { maker } from './maker.ts'
import type { PaintPool } from './paint-pool.ts'
import type { RenderedOutput, RenderJob, RenderProgress } from './renderer.ts'

type Drawing = { request: VideoRequest } & Pick<RenderJob, 'seed' | 'folder'>

const keyInterval = 12

/** Draws a clip of exactly `videoSize` pixels and 120 or 240 frames: H.264, 24 fps, BT.709. */
export async function renderVideo(
  pool: PaintPool,
  { request, seed, folder }: Drawing,
  onProgress: (progress: RenderProgress) => void,
  signal: AbortSignal,
): Promise<RenderedOutput> {
  const { resolution = videoDefaults.resolution, duration = videoDefaults.duration } =
    request.video ?? {}
  const ratio = request.aspect_ratio ?? videoDefaults.aspect_ratio
  const size = videoSize(ratio, resolution)
  const frames = frameCount(duration)
  const { prompt } = request
  const aspect = ratioOf(ratio)
  const spec = understand({ prompt, style: undefined, aspect, seed, medium: 'video' })
  onProgress({ frames_done: 0, frames, understood: explain(spec) })
  const path = join(folder, 'video.mp4')
  const metadata = { comment: maker }
  const encoder = await openVideoEncoder({ path, ...size, fps, keyInterval, metadata })
  try {
    const write = async (index: number, i420: Uint8Array) => {
      await encoder.write(i420)
      onProgress({ frames_done: index + 1, frames })
    }
    await pool.paintClip(spec, size, frames, write, signal)
    await encoder.close()
  } catch (error) {
    await encoder.abort()
    throw error
  }
  const { size: bytes } = await stat(path)
  const length = { frames, fps, duration_s: frames / fps }
  const facts = { medium: 'video', bytes, ...size, ...length } as const
  return { name: 'video.mp4', type: 'video', media_type: 'video/mp4', facts }
}
