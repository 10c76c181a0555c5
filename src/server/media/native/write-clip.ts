import {
  AV_CODEC_FLAG_CLOSED_GOP,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PICTURE_TYPE_NONE,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  FF_ENCODER_LIBX264,
} from 'node-av/constants'
import type { AVPixelFormat } from 'node-av/constants'
import { Codec, CodecContext, Dictionary, FormatContext, Packet, Rational } from 'node-av/lib'
import type { Frame } from 'node-av/lib'
import { soundOrThrow } from './open-video.ts'

/** In ticks of the writer's time base. */
type Moment = { start: number; duration: number }

export type ClipWriter = {
  /** Bytes of pictures so far. */
  readonly bytes: number
  add(frame: Frame, moment: Moment): Promise<void>
  finish(): Promise<void>
  free(): Promise<void>
}

type Settings = {
  path: string
  crf: number
  tick: { num: number; den: number }
  rate: { num: number; den: number }
  /** What its pictures are like. */
  like: Frame
}

/** An H.264 mp4 without B-frames, so that nothing depends on a player's reading of edit lists. */
export async function openClipWriter(settings: Settings): Promise<ClipWriter> {
  const { path, tick } = settings
  const codec = new CodecContext()
  const file = new FormatContext()
  const packet = new Packet()
  packet.alloc()
  const durations: number[] = []
  let bytes = 0

  async function encode(frame: Frame | null) {
    soundOrThrow(await codec.sendFrame(frame))
    for (;;) {
      const result = await codec.receivePacket(packet)
      if (result === AVERROR_EAGAIN || result === AVERROR_EOF) return
      soundOrThrow(result)
      bytes += packet.size
      packet.streamIndex = 0
      packet.duration = BigInt(durations.shift() ?? 1)
      packet.rescaleTs(codec.timeBase, file.streams[0]!.timeBase)
      soundOrThrow(await file.interleavedWriteFrame(packet))
      packet.unref()
    }
  }

  async function free() {
    await file.closeOutput()
    codec.freeContext()
    file.freeContext()
    packet.free()
  }

  try {
    await openCodec(codec, settings)
    soundOrThrow(file.allocOutputContext2(null, 'mp4', `file:${path}`))
    const stream = file.newStream()
    stream.timeBase = new Rational(tick.num, tick.den)
    stream.avgFrameRate = codec.framerate
    stream.sampleAspectRatio = codec.sampleAspectRatio
    soundOrThrow(stream.codecpar.fromContext(codec))
    soundOrThrow(await file.openOutput())
    const muxing = Dictionary.fromObject({ movflags: '+faststart+write_colr' })
    soundOrThrow(await file.writeHeader(muxing))
  } catch (error) {
    await free()
    throw error
  }

  return {
    get bytes() {
      return bytes
    },
    async add(frame, { start, duration }) {
      frame.pts = BigInt(start)
      durations.push(duration)
      frame.pictType = AV_PICTURE_TYPE_NONE
      await encode(frame)
    },
    async finish() {
      await encode(null)
      soundOrThrow(await file.writeTrailer())
    },
    free,
  }
}

async function openCodec(codec: CodecContext, { crf, tick, rate, like }: Settings) {
  const x264 = Codec.findEncoderByName(FF_ENCODER_LIBX264)
  if (!x264) throw new Error('Clips cannot be written here: there is no H.264 encoder.')
  codec.allocContext3(x264)
  codec.width = like.width
  codec.height = like.height
  codec.pixelFormat = like.format as AVPixelFormat
  codec.sampleAspectRatio = like.sampleAspectRatio
  codec.timeBase = new Rational(tick.num, tick.den)
  codec.framerate = new Rational(rate.num, rate.den)
  codec.gopSize = Math.max(1, Math.round(rate.num / rate.den))
  codec.maxBFrames = 0
  codec.threadCount = 2
  codec.colorPrimaries = like.colorPrimaries
  codec.colorTrc = like.colorTrc
  codec.colorSpace = like.colorSpace
  codec.colorRange = like.colorRange
  codec.chromaLocation = like.chromaLocation
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_CLOSED_GOP)
  // Not open2Sync: node-av 6.1.1 then frees the settings twice, and the process dies.
  soundOrThrow(await codec.open2(x264, Dictionary.fromObject({ preset: 'veryfast', crf })))
}
