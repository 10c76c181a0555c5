import { videoDefaults, videoSize } from '#contract/video.ts'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { i420Bytes, type ReframePlan } from '../reframe/reframe-plan.ts'
import { sourceRectangle } from '../reframe/source-rectangle.ts'
import { openClipSink } from './clip-sink.ts'
import { mediaOf } from './renderer.ts'
import type { Draw } from './tools.ts'

/** Low enough that the source's own pixels come through at 38 dB and more. */
const crf = 14

/**
 * Puts a clip on a canvas of exactly `videoSize` pixels, its frames and their rate kept, its
 * rectangle where `source_position` says (edges rounded to whole pixels), and fills the rest.
 */
export const drawVideoReframe: Draw<'video_reframe'> = async (
  { frames: pool },
  job,
  onProgress,
  signal,
) => {
  const { request, folder } = job
  const { resolution = videoDefaults.resolution, source_position } = request.video ?? {}
  const canvas = videoSize(request.aspect_ratio, resolution)
  const decoder = await openVideoDecoder(mediaOf(job, request.source).path)
  try {
    const { width, height, rate, frames } = decoder
    const source = { width, height }
    const rectangle = sourceRectangle(source_position, source, canvas)
    const plan: ReframePlan = { source, canvas, rectangle, fill: { kind: 'mirror', grade: null } }
    const sink = await openClipSink({ folder, size: canvas, rate, crf })
    try {
      await pool.run({
        maker: new URL('../reframe/reframe-maker.ts', import.meta.url),
        init: plan,
        frames,
        inputBytes: i420Bytes(source),
        outputBytes: i420Bytes(canvas),
        async fill(index, input) {
          const picture = await decoder.read()
          if (!picture) throw new Error(`The clip ends after ${index} of ${frames} frames.`)
          input.set(picture)
        },
        async onFrame(index, i420) {
          await sink.write(i420)
          onProgress({ frames_done: index + 1, frames })
        },
        signal,
      })
      return { outputs: await sink.close() }
    } catch (error) {
      await sink.abort()
      throw error
    }
  } finally {
    await decoder.close()
  }
}
