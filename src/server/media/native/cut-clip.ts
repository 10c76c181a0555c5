import { rm } from 'node:fs/promises'
import type { Clip } from './open-clip.ts'
import { i420Filters, openPictureFilter } from './picture-filter.ts'
import { openClipWriter } from './write-clip.ts'
import type { ClipWriter } from './write-clip.ts'

export type Cut = { from: number; frames: number; to: string; mostBytes: number }

/** Visually lossless. */
const finestCrf = 12
const coarsestCrf = 48
/** So many steps of crf make about half of the bytes. */
const halvingCrf = 6
/** The container's own tables. */
const spareBytes = 256 * 1024

/**
 * Writes exactly these frames as an upright H.264 mp4, at the finest quality that stays below
 * `mostBytes`.
 *
 * @throws Error with one plain sentence about the video.
 */
export async function cutClip(clip: Clip, cut: Cut): Promise<void> {
  for (let crf = finestCrf; crf <= coarsestCrf;) {
    const excess = await cutAt(clip, cut, crf)
    if (excess === null) return
    await rm(cut.to, { force: true })
    crf += Math.max(2, Math.ceil(halvingCrf * Math.log2(excess)))
  }
  throw new Error('This part is too large to be kept, even at the lowest quality.')
}

/** `null` when it is written, else how many times too large it would become. */
async function cutAt(clip: Clip, { from, frames, to, mostBytes }: Cut, crf: number) {
  const { tick, rate, momentOf } = timingOf(clip, from, frames)
  const filter = openPictureFilter(i420Filters(clip.video.turn))
  const most = mostBytes - spareBytes
  let writer: ClipWriter | undefined
  try {
    for (let index = from; index < from + frames; index++) {
      const frame = await filter.pass(await clip.read(index))
      writer ??= await openClipWriter({ path: to, crf, tick, rate, like: frame })
      await writer.add(frame, momentOf(index))
      if (writer.bytes > most) return (frames / (index + 1 - from)) * (writer.bytes / most)
    }
    await writer?.finish()
    return null
  } finally {
    filter.free()
    await writer?.free()
  }
}

const msTolerance = 1.6

/** On an even grid where the clip has one, else each frame for as long as it was shown. */
function timingOf({ video: { stream }, frames }: Clip, from: number, count: number) {
  const { num, den } = stream.timeBase
  const tickMs = (num / den) * 1000
  const shown = frames.slice(from, from + count)
  const first = shown[0]!.start
  const stated = stream.avgFrameRate
  const isEven =
    stated.num > 0 &&
    shown.every(({ start }, index) => {
      const evenMs = (index * stated.den * 1000) / stated.num
      return Math.abs((start - first) * tickMs - evenMs) < Math.max(msTolerance, tickMs)
    })
  if (isEven) {
    const rate = { num: stated.num, den: stated.den }
    const momentOf = (index: number) => ({ start: index - from, duration: 1 })
    return { rate, tick: { num: rate.den, den: rate.num }, momentOf }
  }
  const momentOf = (index: number) => {
    const { start, end } = frames[index]!
    const duration = Math.max(1, (frames[index + 1]?.start ?? end) - start)
    return { start: start - first, duration }
  }
  const ticks = Math.max(1, (frames[from + count]?.start ?? shown.at(-1)!.end) - first)
  const average = Math.max(1, Math.round((count / ticks) * (den / num) * 1000))
  return { rate: { num: average, den: 1000 }, tick: { num, den }, momentOf }
}
