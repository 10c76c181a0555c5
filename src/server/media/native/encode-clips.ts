import type { Frame } from 'node-av/lib'
import { openClip } from './open-clip.ts'
import { i420Filters, openPictureFilter } from './picture-filter.ts'
import { openClipWriter } from './write-clip.ts'
import type { ClipWriter } from './write-clip.ts'
import type { ClipShape } from './clip-shape.ts'

/** Visually lossless. */
const crf = 12

type Form = { width: number; height: number; colorSpace: number }

/** ITU-T H.273 as FFmpeg's filters name it; of others the first clip's is left to the player. */
const matrices: Record<number, string> = { 1: 'bt709', 5: 'bt470bg', 6: 'smpte170m' }

/** Into the frame of the first clip, whole, with bars where it has another shape. */
const fitting =
  (turn: number, form: Form | undefined) =>
  (frame: Frame): string => {
    const upright = `${i420Filters(turn)(frame)},format=yuv420p`
    if (!form) return upright
    const into = `${form.width}:${form.height}`
    const matrix = matrices[form.colorSpace]
    return (
      `${upright},scale=${into}:force_original_aspect_ratio=decrease:force_divisible_by=2:` +
      `flags=bicubic${matrix ? `:out_color_matrix=${matrix}` : ''},pad=${into}:-1:-1,setsar=1`
    )
  }

/**
 * Writes every frame of the clips, one clip after the other, in the size and at the rate of the
 * first, as an upright H.264 mp4. A clip of another rate plays as long as it did.
 */
export async function encodeClips(
  sources: readonly { path: string; shape: ClipShape }[],
  to: string,
): Promise<void> {
  const { rate } = sources[0]!.shape
  const tick = { num: rate.den, den: rate.num }
  let writer: ClipWriter | undefined
  let form: Form | undefined
  let at = 0
  try {
    for (const { path, shape } of sources) {
      const clip = await openClip(path)
      const filter = openPictureFilter(fitting(shape.turn, form))
      try {
        const step = (shape.rate.num * rate.den) / (shape.rate.den * rate.num)
        const frames = Math.max(1, Math.round(clip.frames.length / step))
        for (let index = 0; index < frames; index++) {
          const wanted = Math.min(clip.frames.length - 1, Math.floor((index + 0.5) * step))
          const frame = await filter.pass(await clip.read(wanted))
          form ??= { width: frame.width, height: frame.height, colorSpace: frame.colorSpace }
          writer ??= await openClipWriter({ path: to, crf, tick, rate, like: frame })
          await writer.add(frame, { start: at++, duration: 1 })
        }
      } finally {
        filter.free()
        await clip.close()
      }
    }
    await writer?.finish()
  } finally {
    await writer?.free()
  }
}
