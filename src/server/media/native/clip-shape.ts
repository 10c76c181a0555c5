import { AVMEDIA_TYPE_VIDEO } from 'node-av/constants'
import { listFrames } from './list-frames.ts'
import { openVideo } from './open-video.ts'
import type { Video } from './open-video.ts'

/** What must be alike for clips to be one stream of packets. */
export type ClipShape = {
  /** Codec, size, pixels, colours, rate. */
  likeness: string
  /** Parameter sets as the container keeps them. */
  sets: string
  /** Every packet is a frame that is shown, and each for as long as any other. */
  isEven: boolean
  frames: number
  rate: { num: number; den: number }
  turn: number
}

const msTolerance = 1.6

export async function readClipShape(path: string): Promise<ClipShape> {
  const video = await openVideo(path)
  try {
    return await shapeOf(video)
  } finally {
    await video.file.closeInput()
  }
}

async function shapeOf(video: Video): Promise<ClipShape> {
  const { file, stream, turn } = video
  const { codecpar } = stream
  const { num, den } = stream.avgFrameRate
  const { frames, isWhole } = await listFrames(video)
  const others = file.streams.filter(
    ({ index, codecpar: { codecType } }) =>
      index !== stream.index && codecType === AVMEDIA_TYPE_VIDEO,
  )
  const tickMs = stream.timeBase.toDouble() * 1000
  const [first] = frames
  const isOnTime = frames.every(
    ({ start }, index) =>
      Math.abs((start - first!.start) * tickMs - (index * den * 1000) / num) <
      Math.max(msTolerance, tickMs),
  )
  const pixelShape = codecpar.sampleAspectRatio.toString()
  const { codecId, width, height, format } = codecpar
  const { colorRange, colorPrimaries, colorTrc, colorSpace } = codecpar
  const colours = [colorRange, colorPrimaries, colorTrc, colorSpace]
  const seen = [codecId, width, height, format, pixelShape, ...colours, num / den, turn]
  return {
    likeness: seen.join(' '),
    sets: codecpar.extradata?.toString('hex') ?? '',
    isEven: isWhole && num > 0 && isOnTime && !others.length && frames.length > 0,
    frames: frames.length,
    rate: { num, den },
    turn,
  }
}
