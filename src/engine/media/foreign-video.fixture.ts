import {
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_PKT_DATA_DISPLAYMATRIX,
  AVERROR_EAGAIN,
  AVERROR_EOF,
} from 'node-av/constants'
import type { FFVideoEncoder } from 'node-av/constants'
import {
  avGetPixFmtFromName,
  Codec,
  CodecContext,
  Dictionary,
  FormatContext,
  Frame,
  Packet,
  Rational,
} from 'node-av/lib'
import { succeed } from './succeed.ts'

/** A video as another program might have made it. Colour codes are those of ITU-T H.273. */
export type ForeignVideo = {
  path: string
  container?: string
  codec?: string
  settings?: Record<string, string>
  pix_fmt: string
  width: number
  height: number
  /** Each without padding, in the order of `pix_fmt`. */
  pictures: Iterable<Uint8Array>
  /** Ticks of 1/600 s at which each picture begins; every 25 ticks (24 fps) unless told. */
  starts?: number[]
  matrix?: number
  /** 1 limited, 2 full. */
  range?: number
  transfer?: number
  primaries?: number
  pixelShape?: { num: number; den: number }
  /** a, b, c, d of the display matrix. */
  turned?: [number, number, number, number]
}

const ticksPerSecond = 600

export async function writeForeignVideo(video: ForeignVideo): Promise<void> {
  const { path, width, height, container = 'mp4', pictures } = video
  const encoder = Codec.findEncoderByName((video.codec ?? 'libx264') as FFVideoEncoder)
  if (!encoder) throw new Error(`no encoder ${video.codec}`)
  const codec = new CodecContext()
  codec.allocContext3(encoder)
  const format = avGetPixFmtFromName(video.pix_fmt)
  Object.assign(codec, { width, height, pixelFormat: format, threadCount: 2 })
  codec.timeBase = new Rational(1, ticksPerSecond)
  codec.framerate = new Rational(24, 1)
  codec.colorSpace = (video.matrix ?? 2) as typeof codec.colorSpace
  codec.colorRange = (video.range ?? 0) as typeof codec.colorRange
  codec.colorTrc = (video.transfer ?? 2) as typeof codec.colorTrc
  codec.colorPrimaries = (video.primaries ?? 2) as typeof codec.colorPrimaries
  const { num, den } = video.pixelShape ?? { num: 1, den: 1 }
  codec.sampleAspectRatio = new Rational(num, den)
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER)
  succeed(await codec.open2(encoder, Dictionary.fromObject(video.settings ?? {})), 'opening')

  const file = new FormatContext()
  succeed(file.allocOutputContext2(null, container, `file:${path}`), 'choosing the container')
  const stream = file.newStream()
  stream.timeBase = new Rational(1, ticksPerSecond)
  succeed(stream.codecpar.fromContext(codec), 'describing')
  stream.sampleAspectRatio = new Rational(num, den)
  if (video.turned) {
    const matrix = Buffer.alloc(36)
    const [a, b, c, d] = video.turned
    for (const [place, value] of [a, b, 0, c, d].entries()) {
      matrix.writeInt32LE(value * 0x1_0000, place * 4)
    }
    matrix.writeInt32LE(0x4000_0000, 32)
    succeed(stream.codecpar.addCodedSideData(AV_PKT_DATA_DISPLAYMATRIX, matrix), 'turning')
  }
  succeed(await file.openOutput(), 'creating')
  succeed(await file.writeHeader(), 'writing the header')

  const packet = new Packet()
  packet.alloc()
  const durations = new Map<bigint, bigint>()
  const encode = async (frame: Frame | null) => {
    succeed(await codec.sendFrame(frame), 'encoding')
    for (;;) {
      const result = await codec.receivePacket(packet)
      if (result === AVERROR_EAGAIN || result === AVERROR_EOF) return
      succeed(result, 'encoding')
      packet.streamIndex = 0
      packet.duration = durations.get(packet.pts) ?? 25n
      packet.rescaleTs(codec.timeBase, file.streams[0]!.timeBase)
      succeed(await file.interleavedWriteFrame(packet), 'writing')
      packet.unref()
    }
  }
  let index = 0
  for (const picture of pictures) {
    const start = video.starts?.[index] ?? index * 25
    const timeBase = { num: 1, den: ticksPerSecond }
    const props = { width, height, format, timeBase, pts: BigInt(start) }
    const frame = Frame.fromVideoBuffer(Buffer.from(picture), props)
    frame.duration = BigInt((video.starts?.[index + 1] ?? start + 25) - start)
    durations.set(frame.pts, frame.duration)
    frame.colorRange = codec.colorRange
    frame.colorSpace = codec.colorSpace
    await encode(frame)
    frame.free()
    index += 1
  }
  await encode(null)
  succeed(await file.writeTrailer(), 'finishing')
  await file.closeOutput()
  codec.freeContext()
  packet.free()
}
