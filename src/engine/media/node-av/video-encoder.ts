import { rm } from 'node:fs/promises'
import {
  AV_CODEC_FLAG_CLOSED_GOP,
  AV_CODEC_FLAG_GLOBAL_HEADER,
  AV_LOG_FATAL,
  AV_PICTURE_TYPE_I,
  AV_PIX_FMT_YUV420P,
  AVCHROMA_LOC_LEFT,
  AVCOL_PRI_BT709,
  AVCOL_RANGE_MPEG,
  AVCOL_SPC_BT709,
  AVCOL_TRC_BT709,
  AVERROR_EAGAIN,
  AVERROR_EOF,
  FF_ENCODER_LIBX264,
} from 'node-av/constants'
import {
  Codec,
  CodecContext,
  Dictionary,
  FormatContext,
  Frame,
  Log,
  Packet,
  Rational,
} from 'node-av/lib'
import { checkEncoderOptions } from '../check-encoder-options.ts'
import type { MediaBackend, VideoEncoderOptions } from '../media-backend.ts'
import { succeed } from '../succeed.ts'
import { x264Params } from '../x264-params.ts'

/**
 * Writes an H.264 mp4: 8-bit 4:2:0, BT.709 limited range in the stream and in the `colr` box,
 * frame n shown at exactly n / rate. No B-frames, so pictures are stored in the order of showing and
 * nothing depends on a player's reading of edit lists; on rendered pictures that was no larger.
 *
 * @throws RangeError naming the option that cannot be encoded.
 */
export const openVideoEncoder: MediaBackend['openVideoEncoder'] = async (options) => {
  checkEncoderOptions(options)
  Log.setLevel(AV_LOG_FATAL)
  const { path, width, height, rate } = options
  const bytesPerFrame = (width * height * 3) / 2
  const keyFrames = new Set(options.keyFrames)
  const codec = new CodecContext()
  const file = new FormatContext()
  const packet = new Packet()
  packet.alloc()

  let frames = 0
  let state: 'open' | 'closing' | 'ended' = 'open'
  let queue: Promise<void> = openFile()

  async function openFile() {
    await openCodec(codec, options)
    succeed(file.allocOutputContext2(null, 'mp4', `file:${path}`), 'choosing mp4')
    const stream = file.newStream()
    stream.timeBase = new Rational(rate.den, rate.num)
    stream.avgFrameRate = new Rational(rate.num, rate.den)
    succeed(stream.codecpar.fromContext(codec), 'describing the stream')
    file.metadata = Dictionary.fromObject(options.metadata ?? {})
    succeed(await file.openOutput(), `creating ${path}`)
    const muxing = Dictionary.fromObject({ movflags: '+faststart+write_colr' })
    succeed(await file.writeHeader(muxing), 'writing the header')
  }

  async function encode(frame: Frame | null) {
    succeed(await codec.sendFrame(frame), 'encoding')
    const stream = file.streams[0]!
    for (;;) {
      const result = await codec.receivePacket(packet)
      if (result === AVERROR_EAGAIN || result === AVERROR_EOF) return
      succeed(result, 'encoding')
      packet.streamIndex = 0
      packet.rescaleTs(codec.timeBase, stream.timeBase)
      succeed(await file.interleavedWriteFrame(packet), `writing ${path}`)
      packet.unref()
    }
  }

  async function release() {
    await file.closeOutput()
    codec.freeContext()
    file.freeContext()
    packet.free()
  }

  async function abort() {
    if (state === 'ended') return
    state = 'ended'
    await queue.catch(() => undefined)
    await release()
    await rm(path, { force: true })
  }

  try {
    await queue
  } catch (error) {
    await abort()
    throw error
  }

  return {
    write(i420) {
      if (state !== 'open') return Promise.reject(new Error('This video is already finished.'))
      if (i420.byteLength !== bytesPerFrame) {
        const reason = `i420 must hold ${bytesPerFrame} bytes, not ${i420.byteLength}`
        return Promise.reject(new RangeError(reason))
      }
      const frame = frameOf(i420, options, frames)
      if (keyFrames.has(frames++)) frame.pictType = AV_PICTURE_TYPE_I
      queue = queue.then(() => encode(frame)).finally(() => frame.free())
      return queue
    },

    async close() {
      if (state !== 'open') throw new Error('This video is already finished.')
      state = 'closing'
      try {
        await queue
        if (frames === 0) throw new Error('A video needs at least one frame.')
        await encode(null)
        succeed(await file.writeTrailer(), `finishing ${path}`)
      } catch (error) {
        await abort()
        throw error
      }
      state = 'ended'
      await release()
    },

    abort,
  }
}

async function openCodec(codec: CodecContext, options: VideoEncoderOptions) {
  const x264 = Codec.findEncoderByName(FF_ENCODER_LIBX264)
  if (!x264) throw new Error('This build of FFmpeg has no libx264.')
  codec.allocContext3(x264)
  codec.width = options.width
  codec.height = options.height
  codec.pixelFormat = AV_PIX_FMT_YUV420P
  codec.timeBase = new Rational(options.rate.den, options.rate.num)
  codec.framerate = new Rational(options.rate.num, options.rate.den)
  codec.gopSize = options.keyInterval
  codec.maxBFrames = 0
  codec.threadCount = 2
  codec.colorPrimaries = AVCOL_PRI_BT709
  codec.colorTrc = AVCOL_TRC_BT709
  codec.colorSpace = AVCOL_SPC_BT709
  codec.colorRange = AVCOL_RANGE_MPEG
  codec.chromaLocation = AVCHROMA_LOC_LEFT
  codec.setFlags(AV_CODEC_FLAG_GLOBAL_HEADER, AV_CODEC_FLAG_CLOSED_GOP)
  const settings = Dictionary.fromObject({
    preset: 'veryfast',
    'forced-idr': 1,
    ...(options.qp === undefined ? { crf: options.crf ?? 17 } : { qp: options.qp }),
    'x264-params': x264Params,
  })
  // Not open2Sync: node-av 6.1.1 then frees the settings twice, and the process dies.
  succeed(await codec.open2(x264, settings), 'opening x264')
}

function frameOf(i420: Uint8Array, { width, height, rate }: VideoEncoderOptions, index: number) {
  const frame = Frame.fromVideoBuffer(Buffer.from(i420.buffer, i420.byteOffset, i420.byteLength), {
    width,
    height,
    format: AV_PIX_FMT_YUV420P,
    pts: BigInt(index),
    timeBase: { num: rate.den, den: rate.num },
  })
  frame.duration = 1n
  return frame
}
