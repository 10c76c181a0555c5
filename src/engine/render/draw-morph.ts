import type { Understood } from '#contract/generation.ts'
import { i420Bytes } from '../morph/i420-planes.ts'
import type { MorphPlan } from '../morph/morph-plan.ts'
import { clipOf } from './clip-of.ts'
import { openClipSink } from './clip-sink.ts'
import { hdrAsked, toldWith } from './hdr-asked.ts'
import type { Draw } from './tools.ts'

type Drawing = Parameters<Draw<'video'>>
type Morph = { plan: MorphPlan; keyFrames: readonly number[]; understood: Understood; crf?: number }

/** Given pictures must come back from the file at 38 dB and more. */
const keepsPictures = 15

/** Draws the frames of a plan side by side and writes them to the files of the job's clip. */
export async function drawMorph(
  { frames: pool }: Drawing[0],
  { request, folder }: Drawing[1],
  { plan, keyFrames, understood, crf = keepsPictures }: Morph,
  onProgress: Drawing[2],
  signal: Drawing[3],
) {
  const { size, frames, rate } = clipOf(request)
  const hdr = hdrAsked(request.video)
  const sink = await openClipSink({ folder, size, rate, crf, keyFrames, hdr })
  onProgress({ frames_done: 0, frames, understood: toldWith(understood, sink) })
  try {
    await pool.run({
      maker: new URL('../morph/morph-maker.ts', import.meta.url),
      init: plan,
      frames,
      inputBytes: 0,
      outputBytes: i420Bytes(size),
      async onFrame(index, i420) {
        await sink.write(i420)
        onProgress({ frames_done: index + 1, frames })
      },
      signal,
    })
    const outputs = await sink.close()
    if (hdr) onProgress({ frames_done: frames, frames, understood: toldWith(understood, sink) })
    return { outputs }
  } catch (error) {
    await sink.abort()
    throw error
  }
}
