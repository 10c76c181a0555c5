import { videoDefaults, videoSize } from '#contract/video.ts'
import type { VideoDecoder } from '../media/media-backend.ts'
import { openVideoDecoder } from '../media/video-decoder.ts'
import { explainReframe } from '../reframe/explain-reframe.ts'
import { fillGrade } from '../reframe/fill-grade.ts'
import { fillWords } from '../reframe/fill-words.ts'
import { Handover } from '../reframe/handover.ts'
import { planReframe, type PlannedReframe } from '../reframe/plan-reframe.ts'
import { i420Bytes, inputBytes } from '../reframe/reframe-plan.ts'
import { sceneOfClip, type ClipScene } from '../reframe/wider-scene.ts'
import { openClipSink } from './clip-sink.ts'
import { mediaOf } from './renderer.ts'
import type { Draw, Tools } from './tools.ts'

/** Low enough that the source's own pixels come through at 38 dB and more. */
const crf = 14

/**
 * Puts a clip on a canvas of exactly `videoSize` pixels, its frames and their rate kept, its
 * rectangle where `source_position` says (edges rounded to whole pixels), and fills the rest: the
 * engine's own clips with the wider scene, others with their softened reflection.
 */
export const drawVideoReframe: Draw<'video_reframe'> = async (tools, job, onProgress, signal) => {
  const { request, folder, seed } = job
  const { resolution = videoDefaults.resolution, source_position } = request.video ?? {}
  const canvas = videoSize(request.aspect_ratio, resolution)
  const media = mediaOf(job, request.source)
  const decoder = await openVideoDecoder(media.path)
  try {
    const { rate, frames } = decoder
    const source = { width: decoder.width, height: decoder.height }
    const own = sceneOfClip(media.made)
    const isWhole = own?.frames === frames && own.size.width === source.width
    const words = fillWords(request.prompt, isWhole ? own.spec : null, seed)
    const scene = isWhole ? { ...own, spec: words.spec, isChanged: words.isChanged } : null
    const planned = planReframe(source_position, source, canvas, scene, fillGrade(words))
    const understood = explainReframe(planned.plan, words, decoder)
    onProgress({ frames_done: 0, frames, understood })
    const sink = await openClipSink({ folder, size: canvas, rate, crf })
    try {
      await makeFrames(tools, planned, scene, decoder, signal, async (index, i420) => {
        await sink.write(i420)
        onProgress({ frames_done: index + 1, frames })
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

async function makeFrames(
  { painters, frames: pool }: Tools,
  { plan, window }: PlannedReframe,
  scene: ClipScene | null,
  decoder: VideoDecoder,
  signal: AbortSignal,
  onFrame: (index: number, i420: Uint8Array) => Promise<void>,
): Promise<void> {
  const { frames } = decoder
  const painted = new Handover<Uint8Array>()
  const stop = new AbortController()
  const either = AbortSignal.any([signal, stop.signal])
  const shot = { frames, loop: scene?.loop ?? false }
  const painting =
    scene && window
      ? painters
          .paintClip(scene.spec, scene.size, shot, (_, i420) => painted.offer(i420), either, {
            window,
          })
          .catch((error: unknown) => painted.fail(error))
      : null
  try {
    await pool.run({
      maker: new URL('../reframe/reframe-maker.ts', import.meta.url),
      init: plan,
      frames,
      inputBytes: inputBytes(plan),
      outputBytes: i420Bytes(plan.canvas),
      async fill(index, input) {
        const picture = await decoder.read()
        if (!picture) throw new Error(`The clip ends after ${index} of ${frames} frames.`)
        input.set(picture)
        if (painting) await painted.take((i420) => input.set(i420, i420Bytes(plan.source)))
      },
      onFrame,
      signal,
    })
  } finally {
    stop.abort(new Error('The wider scene is no longer needed.'))
    painted.fail(new Error('The wider scene is no longer needed.'))
    await painting
  }
}
