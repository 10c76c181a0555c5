import { AVSEEK_FLAG_BACKWARD } from 'node-av/constants'
import type { Frame } from 'node-av/lib'
import { listFrames } from './list-frames.ts'
import type { ListedFrame } from './list-frames.ts'
import { openDecoder } from './open-decoder.ts'
import { openVideo } from './open-video.ts'
import type { Video } from './open-video.ts'

/** A video whose frames can be had by their numbers; 0 is the first shown. */
export type Clip = {
  video: Video
  frames: readonly ListedFrame[]
  /** Valid until the next call. @throws Error with a sentence when there is no such picture. */
  read(index: number): Promise<Frame>
  close(): Promise<void>
}

/**
 * Begins at the key frame before the one asked for where time stamps prove which picture that is,
 * otherwise at the start; goes on from the last one read where that is nearer.
 */
export async function openClip(path: string): Promise<Clip> {
  const video = await openVideo(path)
  const { file, stream } = video
  const opened = await prepare(video).catch(async (error: unknown) => {
    await file.closeInput()
    throw error
  })
  const { frames, decoder, numberOf, isSure } = opened
  /** The number of the last frame read, or of the one before where decoding begins. */
  let at = Infinity

  async function begin(index: number) {
    const { start } = frames[index]!
    decoder.forget()
    const found = await file.seekFrame(stream.index, BigInt(start), AVSEEK_FLAG_BACKWARD)
    at = index - 1
    return found >= 0
  }

  /** The wanted frame, or where it never comes the first after it. */
  async function walkTo(wanted: number) {
    for (let frame; (frame = await decoder.next());) {
      at = isSure ? (numberOf.get(Number(frame.bestEffortTimestamp)) ?? at) : at + 1
      if (at >= wanted) return frame
    }
    at = Infinity
    return null
  }

  return {
    video,
    frames,
    async read(wanted) {
      if (wanted >= frames.length) throw new Error(`This video has ${frames.length} frames.`)
      const key = isSure ? frames.findLastIndex(({ isKey }, index) => isKey && index <= wanted) : 0
      if (isSure) decoder.hurryTo(frames[wanted]!.start)
      const isAhead = at < wanted && at >= key - 1
      if (isAhead || (await begin(Math.max(0, key)))) {
        const frame = await walkTo(wanted)
        if (frame && at === wanted) return frame
      }
      await begin(0)
      const frame = await walkTo(wanted)
      if (!frame) throw new Error('This video is damaged: this frame of it cannot be read.')
      return frame
    },
    async close() {
      decoder.free()
      await file.closeInput()
    },
  }
}

async function prepare(video: Video) {
  const { frames } = await listFrames(video)
  const numberOf = new Map(frames.map(({ start }, index) => [start, index]))
  const isSure = numberOf.size === frames.length
  return { frames, numberOf, isSure, decoder: await openDecoder(video) }
}
